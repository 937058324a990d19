package dev.posthorn.js;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Sees when a script is about to fill the heap of the whole program. It is blamed only for what its own thread has allocated.
///
/// The heap looks full long before it is, since what nobody needs any more lies there until it is collected. So where it looks full, it is collected first, once for
/// each time that the script has allocated as much again as it may.
final class MemoryGuard {

    /// Of the heap, in percent: with what is to be collected, and without.
    private static final long LOOKS_FULL = 75;
    private static final long FULL = 60;

    private final long allowed;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean known ? known : null;
    private volatile long thread = -1;
    private volatile long before;

    /// @param allowed bytes
    MemoryGuard(long allowed) {
        this.allowed = allowed;
    }

    /// Called by the thread of the script.
    void begin() {
        before = threads == null ? 0 : threads.getCurrentThreadAllocatedBytes();
        thread = Thread.currentThread().threadId();
    }

    /// Called by the one who watches.
    boolean exceeded() {
        if (threads == null || thread < 0 || used() < LOOKS_FULL) {
            return false;
        }
        var allocated = threads.getThreadAllocatedBytes(thread);
        if (allocated - before < allowed) {
            return false;
        }
        System.gc();
        before = allocated;
        return used() > FULL;
    }

    /// Percent of what the heap can become.
    private static long used() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (runtime.maxMemory() / 100);
    }
}
