package org.itocheck.observable;

/**
 * A test function of two states that stand one after the other, of equal dimension: g of the first, of the second, or the difference.
 *
 * @param g the test function of one state
 * @param side what is taken
 */
public record OnPair(Observable g, Side side) implements Observable {
    /** What is taken of a pair. */
    public enum Side {
        /** g of the first state. */
        FIRST,
        /** g of the second state. */
        SECOND,
        /** g of the first minus g of the second. */
        DIFFERENCE
    }

    /** g of the first state. */
    public static OnPair first(Observable g) {
        return new OnPair(g, Side.FIRST);
    }

    /** g of the second state. */
    public static OnPair second(Observable g) {
        return new OnPair(g, Side.SECOND);
    }

    /** g of the first state minus g of the second. */
    public static OnPair difference(Observable g) {
        return new OnPair(g, Side.DIFFERENCE);
    }

    @Override
    public String name() {
        return switch (side) {
            case FIRST -> g.name() + " of the first";
            case SECOND -> g.name() + " of the second";
            case DIFFERENCE -> g.name() + " of the first minus the second";
        };
    }

    @Override
    public double growth() {
        return g.growth();
    }

    @Override
    public Measure measure(int lanes) {
        return new Both(g.measure(lanes), side, lanes);
    }

    private static final class Both implements Measure {
        private final Measure one;
        private final Side side;
        private final double[] second;
        /** The rows of one state, by reference; made when the dimension is known. */
        private double[][] view = {};

        Both(Measure one, Side side, int lanes) {
            this.one = one;
            this.side = side;
            this.second = new double[lanes];
        }

        @Override
        public void evaluate(double[][] x, double[] out) {
            int d = x.length / 2;
            if (view.length != d) {
                view = new double[d][];
            }
            if (side != Side.SECOND) {
                System.arraycopy(x, 0, view, 0, d);
                one.evaluate(view, out);
            }
            if (side != Side.FIRST) {
                System.arraycopy(x, d, view, 0, d);
                one.evaluate(view, side == Side.SECOND ? out : second);
            }
            if (side == Side.DIFFERENCE) {
                for (int j = 0; j < second.length; j++) {
                    out[j] -= second[j];
                }
            }
        }
    }
}
