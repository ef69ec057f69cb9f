package org.itocheck.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.EulerMaruyama;
import org.itocheck.objective.catalogue.DoubleWell;
import org.itocheck.random.NoiseLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Noises as finitely many values, and powers of laws, against cumulants and closed forms. */
class StepNoiseTest {
    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "RADEMACHER", "SKEW_TWO_POINT", "THREE_POINT", "UNIFORM"})
    void the_values_of_one_step_have_the_moments_of_its_cumulants(NoiseLaw law) {
        OneStep step =
                OneStep.of(new Svag(new DoubleWell("well", law), 4, 0.8, 0)).orElseThrow();
        StepNoise noise = StepNoise.of(step, law);
        double[] exact = new LinearForm(0, step.weights(), law).moments(8);
        for (int m = 0; m <= 8; m++) {
            assertThat(moment(noise, m)).as("%s, order %s", law, m).isCloseTo(exact[m], within(1e-14));
        }
        assertThat(moment(noise.times(-2), 3)).isCloseTo(-8 * exact[3], within(1e-13));
    }

    @Test
    void a_gaussian_step_forgets_the_law_of_the_mini_batch() {
        OneStep euler = OneStep.of(new EulerMaruyama(new DoubleWell("well", NoiseLaw.RADEMACHER), 4, 0.8, 0))
                .orElseThrow();
        StepNoise noise = StepNoise.of(euler, NoiseLaw.RADEMACHER);
        double variance = 0.8 * 0.2;
        assertThat(moment(noise, 2)).isCloseTo(variance, within(1e-15));
        assertThat(moment(noise, 4)).isCloseTo(3 * variance * variance, within(1e-15));
    }

    @Test
    void laws_without_values_are_said_to_have_none() {
        assertThat(Arrays.stream(NoiseLaw.values()).filter(StepNoise::knows))
                .containsExactlyInAnyOrder(
                        NoiseLaw.GAUSSIAN,
                        NoiseLaw.UNIFORM,
                        NoiseLaw.RADEMACHER,
                        NoiseLaw.SKEW_TWO_POINT,
                        NoiseLaw.THREE_POINT);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "GAUSSIAN",
                "POISSON",
                "EXPONENTIAL",
                "STABLE",
                "RADEMACHER",
                "SKEW_TWO_POINT",
                "THREE_POINT",
                "UNIFORM"
            })
    void three_copies_of_a_noise_multiply_three_times(NoiseLaw law) {
        double[] power = {0.6, -0.8};
        double[] product = power.clone();
        NoisePowers.multiplyCharacteristic(law, 0.7, 3, power);
        for (int copy = 0; copy < 3; copy++) {
            LawFacts.multiplyCharacteristic(law, 0.7, product);
        }
        assertThat(power[0]).isCloseTo(product[0], within(1e-15));
        assertThat(power[1]).isCloseTo(product[1], within(1e-15));
    }

    @ParameterizedTest
    @EnumSource(names = {"GAUSSIAN", "POISSON", "EXPONENTIAL", "STABLE"})
    void two_halves_of_a_noise_are_the_noise(NoiseLaw law) {
        double[] halves = {1, 0};
        double[] whole = {1, 0};
        NoisePowers.multiplyCharacteristic(law, 1.3, 0.5, halves);
        NoisePowers.multiplyCharacteristic(law, 1.3, 0.5, halves);
        NoisePowers.multiplyCharacteristic(law, 1.3, 1, whole);
        assertThat(halves[0]).isCloseTo(whole[0], within(1e-15));
        assertThat(halves[1]).isCloseTo(whole[1], within(1e-15));
    }

    @Test
    void half_a_coin_is_refused() {
        assertThatThrownBy(() -> NoisePowers.multiplyCharacteristic(NoiseLaw.RADEMACHER, 1, 0.5, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount is 0.5 of rademacher, which is not infinitely divisible; expected a whole number");
    }

    @Test
    void the_characteristic_function_of_the_uniform_law_is_smooth_at_zero() {
        for (double v : new double[] {0, 1e-7, -5e-5, 1e-4, 2e-4}) {
            double[] z = {1, 0};
            LawFacts.multiplyCharacteristic(NoiseLaw.UNIFORM, v, z);
            assertThat(z[0]).as("v = %s", v).isCloseTo(1 - v * v / 2, within(1e-15));
        }
    }

    private static double moment(StepNoise noise, int m) {
        double sum = 0;
        for (int i = 0; i < noise.values().length; i++) {
            sum += noise.probabilities()[i] * Math.pow(noise.values()[i], m);
        }
        return sum;
    }
}
