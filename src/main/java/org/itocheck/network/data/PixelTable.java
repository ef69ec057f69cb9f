package org.itocheck.network.data;

/**
 * The normalised value of every byte of every channel, in both precisions: how bytes become what a network reads. Immutable; safe for use by
 * several threads.
 */
public final class PixelTable {
    private final double[][] exact;
    private final float[][] rounded;

    /** The values that a normalisation gives; the floats are the doubles, rounded. */
    public PixelTable(Normalisation normalisation) {
        exact = normalisation.table();
        rounded = new float[exact.length][exact[0].length];
        for (int c = 0; c < exact.length; c++) {
            for (int p = 0; p < exact[c].length; p++) {
                rounded[c][p] = (float) exact[c][p];
            }
        }
    }

    /**
     * Normalises one image.
     *
     * @param pixels unsigned bytes
     * @param from where the image begins in them, shape [channels][height][width]
     * @param area height times width
     * @param target where the values go
     * @param start where the first of them goes
     * @throws IndexOutOfBoundsException if either array is too short
     */
    public void write(byte[] pixels, int from, int area, float[] target, int start) {
        int k = 0;
        for (float[] values : rounded) {
            for (int end = k + area; k < end; k++) {
                target[start + k] = values[pixels[from + k] & 0xFF];
            }
        }
    }

    /** Like {@link #write(byte[], int, int, float[], int)} in double precision. */
    public void write(byte[] pixels, int from, int area, double[] target, int start) {
        int k = 0;
        for (double[] values : exact) {
            for (int end = k + area; k < end; k++) {
                target[start + k] = values[pixels[from + k] & 0xFF];
            }
        }
    }
}
