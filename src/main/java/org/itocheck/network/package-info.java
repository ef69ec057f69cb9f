/** Networks as losses: what a library must compute, and how that becomes an objective of the theory. */
@NullMarked
package org.itocheck.network;

import org.jspecify.annotations.NullMarked;
