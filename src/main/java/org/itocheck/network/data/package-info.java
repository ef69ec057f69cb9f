/** Labelled images for networks: where they are found, how their files are read and checked, and how mini-batches are made of them. */
@NullMarked
package org.itocheck.network.data;

import org.jspecify.annotations.NullMarked;
