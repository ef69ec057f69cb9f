package org.itocheck.claim.order;

import java.util.function.BiFunction;
import org.itocheck.dynamics.Dynamics;
import org.itocheck.dynamics.Family;
import org.itocheck.objective.Objective;

/** Families that are wrong in one place, made of built-in steps so that their exact means are known. */
record Wrong(String name, double learningRate, BiFunction<Integer, Objective, Dynamics> member) implements Family {
    @Override
    public Dynamics at(int level, Objective objective) {
        return member.apply(level, objective);
    }
}
