package dev.posthorn.text;

import java.io.InterruptedIOException;

/// Looks over the shoulder of a long job on a text: hears how far it is and may stop it. Called from the job's own thread.
///
/// A flag and not `Thread.interrupt`: an interrupt closes the file channel that the thread reads from, for every other reader too.
public interface Watch {

    /// True as soon as the result is no longer wanted.
    boolean stopped();

    /// Bytes of the input that are done; called about once for every 64 KB.
    void passed(long bytes);

    static Watch none() {
        return new Watch() {
            @Override
            public boolean stopped() {
                return false;
            }

            @Override
            public void passed(long bytes) {}
        };
    }

    /// Tells the progress, then fails with `InterruptedIOException` where the job is to stop.
    default void check(long bytes) throws InterruptedIOException {
        passed(bytes);
        if (stopped()) {
            throw new InterruptedIOException("stopped");
        }
    }
}
