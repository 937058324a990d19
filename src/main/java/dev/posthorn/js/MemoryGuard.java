package dev.posthorn.js;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Sees when a script is about to fill the heap of the whole program. It is blamed only for what its own thread has allocated.
final class MemoryGuard {

    /// Of the heap, in percent.
    private static final long FULL = 70;

    private final long allowed;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean known ? known : null;
    private volatile long thread = -1;
    private volatile long before;

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
        if (threads == null || thread < 0 || threads.getThreadAllocatedBytes(thread) - before < allowed) {
            return false;
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() > runtime.maxMemory() / 100 * FULL;
    }
}
