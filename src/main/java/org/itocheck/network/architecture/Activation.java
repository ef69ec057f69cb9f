package org.itocheck.network.architecture;

/** What is applied to every number between layers. */
public enum Activation {
    /** max(0, x): what the paper's networks use; its gradient jumps at 0. */
    RELU,
    /** tanh x: smooth, as the theorems ask. */
    TANH
}
