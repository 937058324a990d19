package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The unsaved edits, on disk within a quarter of a second, so that a crash loses none. They lie in the user's data folder, for nobody else to read.
///
/// 1. `put` and `remove` return at once; one thread writes what came up since its last turn, the newest of each key, and forces it to the disk.
/// 2. The journal is written anew where most of it is outdated.
/// 3. The values of secret variables are encrypted, with a key of mode 0600 that lies beside them.
/// 4. Two programs running at once have a journal each; one that a crash left is taken over by the next that starts.
public final class Drafts implements AutoCloseable {

    /// How long edits are gathered before they are written, and how soon a write that failed is tried again.
    private static final long GATHER_MILLIS = 150;
    private static final long AGAIN_MILLIS = 1_000;

    /// The journal is written anew over this size, where less than a quarter of it counts.
    private static final long SMALL = 1 << 20;
    private static final String TROUBLE = "Unsaved edits cannot be kept in ";

    private final Path folder;
    private final DraftRecord form;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, DraftEntry> live = new LinkedHashMap<>();
    private final Map<String, DraftEntry> pending = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private DraftFolder.Claimed claimed;
    private Thread writer;
    private boolean writing;
    private boolean hurry;
    private boolean closed;
    private volatile String note = "";

    public Drafts(Home home) {
        this(home, new SecureRandom());
    }

    /// @param random for the key of secrets, and for each that is encrypted
    public Drafts(Home home, SecureRandom random) {
        folder = home.drafts();
        form = new DraftRecord(new Seal(home.draftsKey(), random));
    }

    /// What went wrong, in a sentence to show; empty where nothing did.
    public String note() {
        return note;
    }

    /// What the last run left, in the order of their first edits, and what was put since. Blocks; never fails: what cannot be read is moved aside and
    /// said in `note`.
    public List<DraftEntry> load() {
        lock.lock();
        try {
            open();
        } catch (IOException e) {
            note = TROUBLE + folder + ": " + FileChanges.reason(e) + ".";
        } finally {
            lock.unlock();
        }
        return entries();
    }

    private List<DraftEntry> entries() {
        lock.lock();
        try {
            return List.copyOf(live.values());
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a draft, in the place of an earlier one with the same key. Returns at once; on disk within 250 ms.
    public void put(DraftEntry entry) {
        change(entry.key(), entry);
    }

    /// The draft was saved or thrown away. Returns at once.
    public void remove(String key) {
        change(key, null);
    }

    private void change(String key, DraftEntry entry) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            pending.put(key, entry);
            if (entry == null) {
                live.remove(key);
            } else {
                live.put(key, entry);
            }
            if (writer == null) {
                writer = Thread.ofPlatform().daemon().name("drafts").start(this::write);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until all that was put is on disk, or cannot be written.
    public void flush() {
        lock.lock();
        try {
            hurry = writing || !pending.isEmpty();
            changed.signalAll();
            while (hurry && (writing || !pending.isEmpty())) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Writes what is left to write.
    @Override
    public void close() {
        flush();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            if (claimed != null) {
                claimed.journal().close();
                if (live.isEmpty()) {
                    Files.deleteIfExists(claimed.file());
                }
                claimed.claim().close();
            }
        } catch (IOException e) {
            note = "The unsaved edits could not be closed: " + e.getMessage() + ".";
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        lock.lock();
        try {
            while (!closed) {
                if (pending.isEmpty()) {
                    hurry = false;
                    changed.signalAll();
                    changed.awaitUninterruptibly();
                    continue;
                }
                gather();
                turn();
            }
        } finally {
            lock.unlock();
        }
    }

    private void gather() {
        var left = TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
        while (left > 0 && !hurry && !closed) {
            left = await(left);
        }
    }

    private long await(long nanos) {
        try {
            return changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread of ours; the edits are written at once.
            return 0;
        }
    }

    /// Writes what is pending, outside the lock. A write that failed is tried again later, with what came up meanwhile.
    private void turn() {
        var batch = new LinkedHashMap<>(pending);
        pending.clear();
        writing = true;
        IOException trouble = null;
        try {
            open();
            lock.unlock();
            try {
                append(batch);
            } finally {
                lock.lock();
            }
            compact();
            note = note.startsWith(TROUBLE) ? "" : note;
        } catch (IOException e) {
            trouble = e;
        }
        writing = false;
        if (trouble != null) {
            note = TROUBLE + folder + ": " + FileChanges.reason(trouble) + ".";
            hurry = false;
            batch.forEach(pending::putIfAbsent);
            changed.signalAll();
            await(TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS));
        }
        changed.signalAll();
    }

    private void append(Map<String, DraftEntry> batch) throws IOException {
        var lines = new ArrayList<byte[]>();
        batch.forEach((key, entry) -> {
            var line = Journal.line(entry == null ? DraftRecord.remove(key) : form.put(entry));
            lines.add(line);
            sizes.put(key, entry == null ? 0 : line.length);
        });
        claimed.journal().append(lines);
    }

    /// Called inside the lock: nothing of ours may come between.
    private void compact() throws IOException {
        sizes.keySet().retainAll(live.keySet());
        var counts = sizes.values().stream().mapToLong(Integer::longValue).sum();
        if (claimed.journal().size() > SMALL && claimed.journal().size() > 4 * counts) {
            claimed.journal().replace(live.values().stream().map(e -> Journal.line(form.put(e))).toList());
        }
    }

    /// Called inside the lock.
    private void open() throws IOException {
        if (claimed != null) {
            return;
        }
        claimed = DraftFolder.claim(folder, form);
        note = claimed.note();
        claimed.recovered().forEach((key, entry) -> {
            if (!pending.containsKey(key)) {
                live.putIfAbsent(key, entry);
            }
        });
        live.forEach((key, entry) -> sizes.putIfAbsent(key, 0));
    }
}
