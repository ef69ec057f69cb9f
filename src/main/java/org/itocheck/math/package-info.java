/** Elementary functions on rows, built from + - * / fma and sqrt only: the same bits on every JVM and machine. */
@NullMarked
package org.itocheck.math;

import org.jspecify.annotations.NullMarked;
