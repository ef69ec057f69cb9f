package org.itocheck.ensemble;

import java.util.Arrays;
import org.itocheck.stats.MeanTest;
import org.jspecify.annotations.Nullable;

/** The tests and coefficients of one run, and the totals of its cells: of the plain values, and with controls of the controlled ones too. */
final class Estimating {
    private final @Nullable Coefficients coefficients;
    private final @Nullable MeanTest[][] tests;
    private final @Nullable MeanTest[][] controlledTests;
    final Cells plain;
    final Cells controlled;

    Estimating(Ensemble ensemble, CellTests cellTests, @Nullable Coefficients coefficients) {
        this.coefficients = coefficients;
        this.tests = new MeanTest[ensemble.checkpoints()][0];
        this.controlledTests = new MeanTest[ensemble.checkpoints()][0];
        for (int watched : ensemble.watched()) {
            int k = watched - 1;
            tests[k] = new MeanTest[ensemble.observables().size()];
            controlledTests[k] = new MeanTest[tests[k].length];
            for (int g = 0; g < tests[k].length; g++) {
                tests[k][g] = cellTests.at(k + 1, g);
                if (coefficients != null && coefficients.used(k, g)) {
                    controlledTests[k][g] =
                            cellTests.controlled(k + 1, g, coefficients.of(k, g).clone());
                }
            }
        }
        this.plain = new Cells(tests);
        this.controlled = coefficients == null ? plain : new Cells(controlledTests);
    }

    /** What is left of one chunk. */
    record Chunk(Cells.Chunk plain, Cells.@Nullable Chunk controlled) {}

    /** The reduction of one thread. */
    Reduction<Chunk> reduction() {
        double[] scratch = new double[ChunkMover.CHUNK];
        return (values, count) -> {
            Cells.Chunk first = Cells.reduce(values, count, tests, scratch);
            if (coefficients == null) {
                return new Chunk(first, null);
            }
            coefficients.apply(values, count);
            return new Chunk(first, Cells.reduce(values, count, controlledTests, scratch));
        };
    }

    void add(Chunk chunk) {
        plain.add(chunk.plain);
        if (chunk.controlled != null) {
            controlled.add(chunk.controlled);
        }
    }

    /** The coefficients of a cell, counted from 0; empty without controls. */
    double[] coefficients(int k, int g) {
        return coefficients == null
                ? new double[0]
                : Arrays.copyOf(coefficients.of(k, g), coefficients.of(k, g).length);
    }
}
