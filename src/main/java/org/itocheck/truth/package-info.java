/** What is known of E g(X_t): closed forms, moment recursions and ODEs, path enumeration, grid solutions. */
@NullMarked
package org.itocheck.truth;

import org.jspecify.annotations.NullMarked;
