package org.itocheck.objective;

/** A claim needs something of the loss that the loss does not give. The message names what to implement. */
public final class MissingCapabilityException extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    private final String capability;

    /**
     * @param capability what is missing: for example {@code value}, {@code gradient}, {@code hessianProduct}, {@code covariance} or
     *     {@code gradientMoments}
     */
    public MissingCapabilityException(String capability) {
        super("the objective gives no " + capability + "; override " + capability
                + " in your StochasticObjective, or use a claim that does not need it");
        this.capability = capability;
    }

    /** What is missing. */
    public String capability() {
        return capability;
    }
}
