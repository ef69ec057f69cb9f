package org.itocheck.network.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder with the files of a data set. */
record DataFolder(Path path) {
    /** A file and its content. */
    record Content(String place, byte[] bytes) {}

    /** The whole content of a file. */
    Content read(String name) {
        Path file = path.resolve(name);
        String place = DataException.absolute(file);
        try {
            return new Content(place, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new DataException(place + " is missing; put it there, see docs/data.md", e);
        } catch (IOException e) {
            throw new DataException(place + " cannot be read (" + e + "); make it a readable file", e);
        }
    }
}
