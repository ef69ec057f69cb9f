/** Models of DL4J as networks. The only classes that know the library, which is an optional dependency. */
@NullMarked
package org.itocheck.network.dl4j;

import org.jspecify.annotations.NullMarked;
