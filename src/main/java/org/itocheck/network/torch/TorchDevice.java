package org.itocheck.network.torch;

/** Where a network computes. */
public enum TorchDevice {
    /** This processor. */
    CPU("cpu"),
    /** The first GPU, with the classifier {@code linux-x86_64-gpu} of the library. */
    CUDA("cuda:0");

    private final String torchName;

    TorchDevice(String torchName) {
        this.torchName = torchName;
    }

    String torchName() {
        return torchName;
    }
}
