/** Anything that moves a state by one step of known duration, and problems: where such a motion starts and how long it lasts. */
@NullMarked
package org.itocheck.dynamics;

import org.jspecify.annotations.NullMarked;
