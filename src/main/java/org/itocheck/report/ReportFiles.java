package org.itocheck.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Writes files so that a reader sees the old one or the new one, never half of one. */
final class ReportFiles {
    private static final AtomicLong COUNTER = new AtomicLong();

    private ReportFiles() {}

    static void write(Path file, String text) {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new ReportException("cannot write " + target + ": it is a folder; name a file inside it");
        }
        try {
            if (!Files.isDirectory(folder)) { // createDirectories of Java 17 refuses a link to a folder
                Files.createDirectories(folder);
            }
            replace(target, folder, text);
        } catch (IOException e) {
            throw new ReportException(
                    "cannot write " + target + ": the folder " + folder + " " + reason(e)
                            + "; make it writable or write the report to another folder",
                    e);
        }
    }

    /** Not Files.createTempFile: its files can be read by their owner alone, and reports are collected by others. */
    private static void replace(Path target, Path folder, String text) throws IOException {
        long process = ProcessHandle.current().pid();
        Path temporary =
                folder.resolve(target.getFileName() + "." + process + "-" + COUNTER.incrementAndGet() + ".tmp");
        try {
            Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "may not be written by this user";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return "cannot be made because " + exists.getFile() + " is a file";
        }
        return "cannot be used (" + e.getMessage() + ")";
    }
}
