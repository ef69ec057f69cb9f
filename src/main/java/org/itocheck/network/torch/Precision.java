package org.itocheck.network.torch;

/** The numbers a network computes with. Parameters and gradients are passed as doubles in either case. */
public enum Precision {
    /** 32 bits: what networks are trained with. */
    FLOAT,
    /** 64 bits: for claims of the theory on small networks; convolutions are several times slower. */
    DOUBLE
}
