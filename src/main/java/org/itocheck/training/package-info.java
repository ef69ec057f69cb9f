/** One training run of a network: what it does, what it writes down as it goes, and how it goes on after an interruption. */
@NullMarked
package org.itocheck.training;

import org.jspecify.annotations.NullMarked;
