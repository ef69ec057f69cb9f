package org.itocheck.mutant;

import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.dynamics.Stepper;
import org.itocheck.objective.Objective;

/** A family made of one stepper a level: the shortest way to write an implementation that is wrong in one place. */
record StepFamily(String name, double learningRate, Recipe recipe) implements Family {
    /** How one step is made. */
    @FunctionalInterface
    interface Recipe {
        Stepper stepper(Objective objective, int level, int lanes);
    }

    @Override
    public Dynamics at(int level, Objective objective) {
        return new Member(this, level, objective);
    }

    private record Member(StepFamily family, int level, Objective objective) implements Dynamics {
        @Override
        public String name() {
            return family.name + " (" + level + ")";
        }

        @Override
        public double stepDuration() {
            return family.learningRate / level;
        }

        @Override
        public Stepper stepper(int lanes) {
            return family.recipe.stepper(objective, level, lanes);
        }
    }
}
