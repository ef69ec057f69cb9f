/** What a network is made of, apart from any library: layers, the layout of its parameters in one vector, and the families of the paper. */
@NullMarked
package org.itocheck.network.architecture;

import org.jspecify.annotations.NullMarked;
