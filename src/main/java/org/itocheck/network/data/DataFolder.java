package org.itocheck.network.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder with the files of a data set.
 *
 * @param path the folder
 * @param md5 the published checksum of each file that has one
 */
record DataFolder(Path path, Map<String, String> md5) {
    DataFolder(Path path) {
        this(path, Map.of());
    }

    /** The same folder, whose files must have these checksums. */
    DataFolder expecting(Map<String, String> checksums) {
        return new DataFolder(path, checksums);
    }

    /**
     * A file that is there and has the published checksum, if there is one.
     *
     * @throws DataException if it is missing, cannot be read or has another checksum
     */
    Path file(String name) {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            throw new DataException(DataException.absolute(file) + " is missing; put it there, see docs/data.md");
        }
        String expected = md5.get(name);
        if (expected != null) {
            Md5.check(file, expected);
        }
        return file;
    }

    /** The whole content of such a file. */
    Content content(String name) {
        Path file = file(name);
        try {
            return new Content(DataException.absolute(file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw DataException.in(DataException.absolute(file), "cannot be read", e);
        }
    }

    /** The bytes of a file, and where they come from, for messages. */
    record Content(String place, byte[] bytes) {}
}
