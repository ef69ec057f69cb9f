package org.itocheck.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is installed, Ctrl-C asks for a stop and lets the JVM live until it is removed. */
final class SavingHook {
    /** A step of a large network takes seconds; nobody waits for ever. */
    private static final long SECONDS = 120;

    private final CountDownLatch removed = new CountDownLatch(1);
    private final Thread hook;

    private SavingHook(Runnable stop) {
        hook = new Thread(
                () -> {
                    stop.run();
                    awaitRemoved();
                },
                "itocheck-saving");
    }

    static SavingHook install(Runnable stop) {
        SavingHook saving = new SavingHook(stop);
        Runtime.getRuntime().addShutdownHook(saving.hook);
        return saving;
    }

    private void awaitRemoved() {
        try {
            if (!removed.await(SECONDS, TimeUnit.SECONDS)) {
                System.err.println("itocheck: not saved within " + SECONDS + " s; the last checkpoints stay");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void remove() {
        removed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // the JVM ends already, through this very hook
            return;
        }
    }
}
