package dev.posthorn.store;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Request;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What was sent and what came back, newest first, kept in an SQLite file and found by any word in it.
///
/// 1. Writing is done by one thread, in order; searching by another with a connection of its own, so that neither waits for the other.
///    A search sees what was added before it, once the future of that `add` is complete. The file is opened by the first call, never by the constructor.
/// 2. Secrets are masked before a row is stored: by where they stand, and by their values wherever they stand.
/// 3. Bodies are cut and old rows go as `HistoryLimits` says.
/// 4. A file that is no sound database is moved aside, and a new one begun.
public final class History implements AutoCloseable {

    private final Path file;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("history").factory());
    private final ExecutorService searching = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("history-search").factory());
    private volatile HistoryLimits limits = HistoryLimits.DEFAULT;
    private volatile String note = "";

    /// Of the writing thread.
    private HistoryRows rows;

    /// Of the searching thread; `readerOf` tells which file it was opened for, since a broken file is replaced.
    private Connection reader;
    private int readerOf;
    private volatile int generation;

    public History(Home home, Clock clock) {
        file = home.history();
        this.clock = clock;
    }

    public History(Home home) {
        this(home, Clock.systemUTC());
    }

    private interface Writing<T> {
        T on(HistoryRows database) throws SQLException;
    }

    private interface Reading<T> {
        T on(HistorySearch database) throws SQLException, IOException;
    }

    /// What went wrong with the file, in a sentence to show; empty where nothing did.
    public String note() {
        return note;
    }

    /// Sets how much is kept, and lets go of what is beyond it.
    public CompletableFuture<Void> limit(HistoryLimits fresh) {
        limits = fresh;
        return Files.exists(file) ? write(database -> {
            database.trim(fresh, clock.instant());
            return null;
        }) : CompletableFuture.completedFuture(null);
    }

    public HistoryLimits limits() {
        return limits;
    }

    /// Stores an exchange; the `id` of its row is ignored and the new one answered. The bodies of its outcome must stay until then.
    public CompletableFuture<Long> add(Exchange exchange, Redaction redaction) {
        return write(database -> {
            var now = limits;
            var id = database.insert(exchange.row(), redaction.url(exchange.row().url()), KeptExchange.of(exchange, redaction, now.body()));
            database.trim(now, clock.instant());
            return id;
        });
    }

    /// Stores a send without its answer; `row.request()` is the draft as JSON.
    public CompletableFuture<Long> add(HistoryRow row) {
        return add(new Exchange(row, draft(row), null, ""), Redaction.BY_NAMES);
    }

    private static Request draft(HistoryRow row) {
        try {
            return RequestJson.read(row.request()).request();
        } catch (JsonProblem e) {
            return null;
        }
    }

    /// As `search`, with the drafts of the rows.
    public CompletableFuture<List<HistoryRow>> recent(int limit, String words) {
        return read(database -> {
            var found = new ArrayList<HistoryRow>();
            for (var row : database.search(words, limit, Long.MAX_VALUE)) {
                found.add(database.open(row.id()).map(Exchange::request).map(r -> row.withRequest(RequestJson.write(row.name(), r))).orElse(row));
            }
            return List.copyOf(found);
        });
    }

    /// The newest rows first, in whose name, address, headers or bodies each word typed is the begin of a word. Rows come without their request.
    ///
    /// @param limit  at most that many
    /// @param before only rows older than this id, for the next page: the id of the last row shown; `Long.MAX_VALUE` for the first page
    public CompletableFuture<List<HistoryRow>> search(String words, int limit, long before) {
        return read(database -> database.search(words, limit, before));
    }

    /// How many rows a search finds in all.
    public CompletableFuture<Integer> count(String words) {
        return read(database -> database.count(words));
    }

    /// One send in full, with the answer that was stored; empty where the row is gone.
    public CompletableFuture<Optional<Exchange>> open(long id) {
        return read(database -> database.open(id));
    }

    public CompletableFuture<Void> delete(long id) {
        return write(database -> {
            database.delete(List.of(id));
            return null;
        });
    }

    /// Deletes what was sent from `from` on and before `until`: a day of the list.
    public CompletableFuture<Void> delete(Instant from, Instant until) {
        return write(database -> {
            database.delete(from, until);
            return null;
        });
    }

    public CompletableFuture<Void> clear() {
        return write(database -> {
            database.clear();
            return null;
        });
    }

    private <T> CompletableFuture<T> write(Writing<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.on(rows());
            } catch (SQLException first) {
                return again(work, first);
            }
        }, thread);
    }

    private <T> T again(Writing<T> work, SQLException reason) {
        if (!damaged(reason)) {
            throw new IllegalStateException("The history in " + file + " failed: " + reason.getMessage(), reason);
        }
        try {
            closeRows();
            afresh(reason);
            return work.on(rows());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The history in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void afresh(SQLException reason) throws IOException {
        var aside = AtomicFile.setAside(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        generation++;
        note = "The history could not be read (" + reason.getMessage() + "); it was moved to " + aside + " and a new one begun.";
    }

    private <T> CompletableFuture<T> read(Reading<T> work) {
        // The writing thread makes the file, and brings an old one to today's form.
        return write(_ -> generation).thenApplyAsync(current -> {
            try {
                return work.on(search(current));
            } catch (SQLException first) {
                return reread(work, first);
            } catch (IOException e) {
                throw new IllegalStateException("The history in " + file + " failed: " + e.getMessage(), e);
            }
        }, searching);
    }

    /// A damage that only reading finds is mended by the writing thread.
    private <T> T reread(Reading<T> work, SQLException reason) {
        try {
            // Some systems do not move a file that is open.
            closeReader();
            var current = write(_ -> {
                if (damaged(reason) && readerOf == generation) {
                    throw reason;
                }
                return generation;
            }).handle((now, problem) -> problem == null ? now : generation).join();
            if (!damaged(reason)) {
                throw new IllegalStateException("The history in " + file + " failed: " + reason.getMessage(), reason);
            }
            return work.on(search(current));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The history in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private HistorySearch search(int current) throws SQLException {
        if (reader != null && readerOf != current) {
            closeReader();
        }
        if (reader == null) {
            reader = HistoryFile.reader(file);
            readerOf = current;
        }
        return new HistorySearch(reader);
    }

    /// SQLITE_CORRUPT and SQLITE_NOTADB of SQLite's result codes.
    private static boolean damaged(SQLException e) {
        var code = e.getErrorCode() & 0xFF;
        return code == 11 || code == 26;
    }

    private HistoryRows rows() throws SQLException {
        if (rows == null) {
            rows = new HistoryRows(HistoryFile.open(file));
        }
        return rows;
    }

    private void closeRows() throws SQLException {
        if (rows != null) {
            var open = rows;
            rows = null;
            open.close();
        }
    }

    private void closeReader() throws SQLException {
        if (reader != null) {
            var open = reader;
            reader = null;
            open.close();
        }
    }

    /// Waits for what was begun, then closes the file.
    @Override
    public void close() {
        try {
            end(searching, this::closeReader);
            end(thread, this::closeRows);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Closing {
        void close() throws SQLException;
    }

    private static void end(ExecutorService executor, Closing last) throws InterruptedException {
        if (!executor.isShutdown()) {
            executor.submit(() -> {
                last.close();
                return null;
            });
            executor.shutdown();
        }
        executor.awaitTermination(5, TimeUnit.SECONDS);
    }
}
