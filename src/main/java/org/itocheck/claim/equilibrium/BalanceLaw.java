package org.itocheck.claim.equilibrium;

import org.itocheck.truth.NormBalance;

/** Which balance of |x|^2 a process ought to keep in equilibrium; see {@link NormBalance}. */
public enum BalanceLaw {
    /** SVAG(l), and Euler-Maruyama of the Ito SDE; at l = 1 this is (14) of SGD. */
    SVAG("(2 - (eta/l) lambda) lambda R = (eta/l) G + eta N", "(14), interpolated in l") {
        @Override
        NormBalance balance(StationaryProcess process) {
            return NormBalance.svag(process.learningRate(), process.weightDecay(), process.level());
        }
    },
    /** SGD with step eta/l: noise that is not amplified. */
    SGD("(2 - (eta/l) lambda) lambda R = (eta/l) (G + N)", "(14)") {
        @Override
        NormBalance balance(StationaryProcess process) {
            return NormBalance.sgd(process.learningRate(), process.weightDecay(), process.level());
        }
    },
    /** The Ito SDE, which forgets G. */
    SDE("2 lambda R = eta N", "(15)") {
        @Override
        NormBalance balance(StationaryProcess process) {
            return NormBalance.sde(process.learningRate(), process.weightDecay());
        }
    },
    /** The second-order SDE. */
    SECOND_ORDER_SDE("(2 + eta lambda) lambda R = eta (G + N)", "(31)") {
        @Override
        NormBalance balance(StationaryProcess process) {
            return NormBalance.secondOrderSde(process.learningRate(), process.weightDecay());
        }
    };

    private final String formula;
    private final String equation;

    BalanceLaw(String formula, String equation) {
        this.formula = formula;
        this.equation = equation;
    }

    /** The balance as a formula, in the one convention for N. */
    public String formula() {
        return formula;
    }

    /** Its number in the paper. */
    String equation() {
        return equation;
    }

    /** The balance with the numbers of a process. */
    abstract NormBalance balance(StationaryProcess process);
}
