/** Networks run by libtorch, on the CPU or on a GPU. The only classes that know the library, which is an optional dependency. */
@NullMarked
package org.itocheck.network.torch;

import org.jspecify.annotations.NullMarked;
