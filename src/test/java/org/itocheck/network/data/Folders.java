package org.itocheck.network.data;

import java.nio.file.Path;

/** Runs a test with a folder of data, or without, and puts the property back. */
final class Folders {
    private Folders() {}

    static void withProperty(String property, Path folder, Runnable test) {
        String before = System.getProperty(property);
        System.setProperty(property, folder.toString());
        try {
            test.run();
        } finally {
            restore(property, before);
        }
    }

    static void withoutProperty(String property, Runnable test) {
        String before = System.getProperty(property);
        System.clearProperty(property);
        try {
            test.run();
        } finally {
            restore(property, before);
        }
    }

    private static void restore(String property, String before) {
        if (before == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, before);
        }
    }
}
