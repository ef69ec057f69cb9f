package org.itocheck.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SummedGaussiansTest {
    private static final int LANES = 5;

    @Test
    void a_long_step_gets_the_scaled_sums_of_its_short_steps() {
        SummedGaussians noise = new SummedGaussians(LANES);
        KeyedRows source = source();
        double[][] expected = new double[2][LANES];
        double[] row = new double[LANES];
        for (int step = 0; step < 3; step++) { // a second long step forgets the first
            noise.begin();
            expected = new double[2][LANES];
            for (int s = 0; s < 4; s++) {
                noise.shortStep(source);
                for (int draw = 0; draw < 2; draw++) {
                    noise.gaussian(row);
                    for (int j = 0; j < LANES; j++) {
                        expected[draw][j] += row[j];
                    }
                }
            }
            noise.longStep();
            for (double[] sum : expected) {
                noise.gaussian(row);
                for (int j = 0; j < LANES; j++) {
                    assertThat(row[j]).isEqualTo(sum[j] / 2);
                }
            }
        }
    }

    @Test
    void short_steps_see_the_numbers_of_the_source() {
        SummedGaussians noise = new SummedGaussians(LANES);
        noise.begin();
        noise.shortStep(source());
        double[] row = new double[LANES];
        double[] expected = new double[LANES];
        noise.gaussian(row);
        source().gaussian(expected);
        assertThat(row).isEqualTo(expected);
    }

    @Test
    void streams_of_single_lanes_are_summed_as_rows_are() {
        SummedGaussians byRow = new SummedGaussians(LANES);
        SummedGaussians byLane = new SummedGaussians(LANES);
        KeyedRows one = source();
        KeyedRows other = source();
        double[] row = new double[LANES];
        for (int step = 0; step < 2; step++) {
            byRow.begin();
            byLane.begin();
            for (int s = 0; s < 2; s++) {
                byRow.shortStep(one);
                byLane.shortStep(other);
                byRow.gaussian(row);
                for (int j = 0; j < LANES; j++) {
                    assertThat(byLane.lane(j).gaussian()).isEqualTo(row[j]);
                }
            }
            byRow.longStep();
            byLane.longStep();
            byRow.gaussian(row);
            for (int j = 0; j < LANES; j++) {
                assertThat(byLane.lane(j).gaussian()).isEqualTo(row[j]);
            }
        }
    }

    @Test
    void steps_that_draw_differently_often_are_refused() {
        String message =
                "the steps of two levels draw differently often, so that their noise cannot be coupled; draw as"
                        + " many Gaussian numbers in every step";
        SummedGaussians noise = new SummedGaussians(LANES);
        double[] row = new double[LANES];
        noise.begin();
        noise.shortStep(source());
        noise.gaussian(row);
        noise.shortStep(source());
        assertThatThrownBy(noise::longStep)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);

        noise.begin();
        noise.shortStep(source());
        noise.gaussian(row);
        noise.longStep();
        noise.gaussian(row);
        assertThatThrownBy(() -> noise.gaussian(row)).hasMessage(message);
        assertThatThrownBy(() -> noise.lane(0)).hasMessage(message);
    }

    @Test
    void a_long_step_without_short_ones_is_refused() {
        SummedGaussians noise = new SummedGaussians(LANES);
        noise.begin();
        assertThatThrownBy(noise::longStep)
                .hasMessage("there is no short step to sum over; call shortStep(source) first");
        assertThatThrownBy(() -> new SummedGaussians(0)).hasMessage("lanes is 0, expected at least 1");
    }

    @Test
    void every_other_law_is_refused_by_name() {
        SummedGaussians noise = new SummedGaussians(LANES);
        noise.begin();
        noise.shortStep(source());
        double[] row = new double[LANES];
        refuses(() -> noise.rademacher(row), "signs");
        refuses(() -> noise.skewTwoPoint(row), "two-point noise");
        refuses(() -> noise.threePoint(row), "three-point noise");
        refuses(() -> noise.uniform(row), "uniform noise");
        refuses(() -> noise.poisson(row), "Poisson noise");
        refuses(() -> noise.exponential(row), "exponential noise");
        refuses(() -> noise.studentT(5, row), "Student noise");
        refuses(() -> noise.stable(row), "stable noise");
        refuses(() -> noise.index(4, new int[LANES]), "mini-batches");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable draw, String law) {
        assertThatThrownBy(draw)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the step draws " + law + ", whose sums have another law; two levels can be coupled where"
                        + " all noise is Gaussian: EulerMaruyama or NGD");
    }

    private static KeyedRows source() {
        KeyedRows rows = new KeyedRows(LANES);
        rows.start(new Seed(5), 10);
        return rows;
    }
}
