package org.itocheck.math;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of the bits of many numbers: SHA-256 of them in order, shortened to 16 hexadecimal digits. All NaN count as one. */
public final class GoldenBits {
    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

    public GoldenBits() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    public void add(long bits) {
        digest.update(buffer.putLong(0, bits).array());
    }

    public void add(double[] row) {
        for (double value : row) {
            add(value);
        }
    }

    public void add(int[] row) {
        for (int value : row) {
            add((long) value);
        }
    }

    public String fingerprint() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}
