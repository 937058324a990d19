package dev.posthorn.store;

import dev.posthorn.model.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The last `KEPT` saved versions of each request.
public final class Versions implements AutoCloseable {

    /// How many versions of a request are kept.
    public static final int KEPT = 50;

    public Versions(Home home, Clock clock) {
    }

    /// What went wrong with the file, in a sentence to show; empty where nothing did.
    public String note() {
        return "";
    }

    /// Keeps what a save is about to replace. The same as the newest version again is kept once.
    public void put(Path collection, String itemId, String name, Request request) {
    }

    /// The versions of a request, the newest first. Blocks.
    public List<Version> of(Path collection, String itemId) {
        return List.of();
    }

    /// Follows items and collections to their new ids and paths.
    public void follow(Change change) {
    }

    @Override
    public void close() {
    }
}
