/** The fluent face for tests: build a claim, verify it, throw. */
@NullMarked
package org.itocheck.assertion;

import org.jspecify.annotations.NullMarked;
