/** How fast the engine is: the four processes of the peers, the default suite, threads, memory; and how fast its peers are beside it. */
@NullMarked
package org.itocheck.benchmark;

import org.jspecify.annotations.NullMarked;
