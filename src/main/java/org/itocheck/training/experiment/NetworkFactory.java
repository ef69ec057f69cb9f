package org.itocheck.training.experiment;

import org.itocheck.network.Network;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.ImageShape;
import org.itocheck.network.torch.Precision;
import org.itocheck.network.torch.TorchDevice;
import org.itocheck.network.torch.TorchNetwork;

/** Makes the networks that an experiment names. Another library, or networks of your own, come in here. */
public interface NetworkFactory {
    /**
     * A network, used by several threads at once.
     *
     * @param name as the experiment gives it
     * @param input the shape of an image
     * @param classes the number of classes
     * @throws IllegalArgumentException if there is none of that name
     */
    Network make(String name, ImageShape input, int classes);

    /** The networks of {@link Architectures}, run by libtorch. */
    static NetworkFactory torch(Precision precision, TorchDevice device) {
        return (name, input, classes) -> new TorchNetwork(Architectures.named(name, input, classes), precision, device);
    }
}
