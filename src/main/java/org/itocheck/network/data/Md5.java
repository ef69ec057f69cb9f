package org.itocheck.network.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of the kind that the publishers of data sets give: against accidents, not against malice. */
final class Md5 {
    private Md5() {}

    /** Throws if a file has another checksum than this, 32 lower-case hexadecimal digits. */
    static void check(Path file, String expected) {
        String place = DataException.absolute(file);
        String found;
        try {
            found = of(file);
        } catch (IOException e) {
            throw DataException.in(place, "cannot be read", e);
        }
        if (!found.equals(expected)) {
            throw DataException.in(place, "expected MD5 " + expected + ", found " + found);
        }
    }

    private static String of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
