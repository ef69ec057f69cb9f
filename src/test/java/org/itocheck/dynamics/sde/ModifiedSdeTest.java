package org.itocheck.dynamics.sde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.observable.Observable;
import org.itocheck.truth.Truths;
import org.junit.jupiter.api.Test;

class ModifiedSdeTest {
    private static final Problem C3 = Problems.named("C3");

    @Test
    void the_named_limits_are_special_cases() {
        double sde = mean(ItoSde.of(C3));
        assertThat(mean(ItoSde.of(C3).modified())).isEqualTo(sde);
        assertThat(mean(modified(1, 0, 0.25))).isEqualTo(sde);
        assertThat(mean(SecondOrderSde.of(C3))).isNotEqualTo(sde).isEqualTo(mean(modified(1, 0.125, 0.25)));
        assertThat(mean(GradientFlow.of(C3))).isEqualTo(mean(modified(1, 0, 0)));
        assertThat(SecondOrderSde.of(C3).scheme().name()).isEqualTo("EulerMaruyama of its second-order SDE");
    }

    @Test
    void bad_arguments_are_refused() {
        assertThatThrownBy(() -> modified(Double.NaN, 0, 0.25))
                .hasMessage("speed is NaN, expected a finite number; the Ito SDE has speed 1 and correction 0");
        assertThatThrownBy(() -> modified(1, Double.POSITIVE_INFINITY, 0.25))
                .hasMessage(
                        "correction is Infinity, expected a finite number; the Ito SDE has speed 1 and correction 0");
        assertThatThrownBy(() -> modified(1, 0, -1))
                .hasMessage(
                        "noise is -1.0, expected a finite number of at least 0; the Ito SDE has noise = learningRate");
        assertThatThrownBy(() -> new SecondOrderSde(C3.objective(), 0, 0))
                .hasMessage("learningRate is 0.0, expected a positive finite number, for example 0.1");
        assertThatThrownBy(() -> new GradientFlow(C3.objective(), 0.25, -1))
                .hasMessageStartingWith("weightDecay is -1.0");
    }

    private static ModifiedSde modified(double speed, double correction, double noise) {
        return new ModifiedSde("an SDE", C3.objective(), 0.25, 0.5, speed, correction, noise);
    }

    private static double mean(Limit limit) {
        return Truths.of(limit, C3)
                .orElseThrow()
                .of(Observable.squaredNorm(), 4)
                .orElseThrow()
                .mean();
    }
}
