/** Statements about orders of convergence, decided on exact numbers: nothing here is random. */
@NullMarked
package org.itocheck.claim.order;

import org.jspecify.annotations.NullMarked;
