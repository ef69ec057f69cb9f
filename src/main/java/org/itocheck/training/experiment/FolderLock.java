package org.itocheck.training.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.itocheck.training.RunException;

/** Keeps a folder for one process while it works there: two would write into each other's logs. */
final class FolderLock {
    private FolderLock() {}

    static <T> T holding(Path folder, Supplier<T> work) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!locked(channel)) {
                    throw new RunException(
                            folder + " is in use by another run; wait for its end or take another folder");
                }
                return work.get();
            }
        } catch (IOException e) {
            throw new RunException("cannot use the folder " + folder + " (" + e + "); take another", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // by this process
            return false;
        }
    }
}
