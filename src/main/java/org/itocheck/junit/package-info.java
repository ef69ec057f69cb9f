/** The JUnit extension: seeds, budgets and injection of the verifier. */
@NullMarked
package org.itocheck.junit;

import org.jspecify.annotations.NullMarked;
