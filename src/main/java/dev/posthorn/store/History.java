package dev.posthorn.store;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Body;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What was sent, newest first, kept in an SQLite file.
///
/// 1. All work is done by one thread of its own, in order; the file is opened by the first call, never by the constructor.
/// 2. Literal secrets are masked before a row is stored, and a body over `LARGEST` is left out.
/// 3. The newest `ROWS` rows are kept.
/// 4. A file that is no sound database is moved aside, and a new one begun.
public final class History implements AutoCloseable {

    private static final int ROWS = 5_000;

    /// The longest request that is kept with its body, in chars of its JSON.
    private static final int LARGEST = 256 * 1024;

    private final Path file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("history").factory());
    private Connection connection;
    private volatile String note = "";

    public History(Home home) {
        file = home.history();
    }

    private interface Work<T> {
        T on(Connection database) throws SQLException;
    }

    /// What went wrong with the file, in a sentence to show; empty where nothing did.
    public String note() {
        return note;
    }

    /// Stores a row; its `id` is ignored and the new one answered.
    public CompletableFuture<Long> add(HistoryRow row) {
        return submit(database -> {
            try (var insert = database.prepareStatement(
                    "insert into sent (at, collection, name, method, url, status, took, size, request) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")) {
                insert.setLong(1, row.at().toEpochMilli());
                insert.setString(2, Objects.requireNonNullElse(row.collection(), ""));
                insert.setString(3, Objects.requireNonNullElse(row.name(), ""));
                insert.setString(4, row.method());
                insert.setString(5, SecretMask.url(row.url()));
                insert.setInt(6, row.status());
                insert.setLong(7, row.took().toNanos());
                insert.setLong(8, row.size());
                insert.setString(9, kept(Objects.requireNonNullElse(row.request(), "")));
                var id = number(insert);
                trim(database);
                return id;
            }
        });
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static void trim(Connection database) throws SQLException {
        try (var delete = database.prepareStatement("delete from sent where id <= (select id from sent order by id desc limit 1 offset ?)")) {
            delete.setInt(1, ROWS);
            delete.executeUpdate();
        }
    }

    /// The request without its secrets, and without a body that is too large. What is no request is not kept at all.
    private static String kept(String json) {
        try {
            var item = RequestJson.read(json);
            var masked = SecretMask.request(item.request());
            var text = RequestJson.write(item.name(), masked);
            return text.length() <= LARGEST ? text : RequestJson.write(item.name(), masked.withBody(Body.none()));
        } catch (JsonProblem e) {
            return "";
        }
    }

    /// The newest rows first. Each word of `filter` must occur in the name, the URL, the method or the collection.
    ///
    /// @param limit at most that many
    public CompletableFuture<List<HistoryRow>> recent(int limit, String filter) {
        var words = filter.isBlank() ? new String[0] : filter.strip().split("\\s+");
        var where = " and (name || ' ' || url || ' ' || method || ' ' || collection) like ? escape '\\'".repeat(words.length);
        return submit(database -> {
            try (var select = database.prepareStatement("select * from sent where true" + where + " order by id desc limit ?")) {
                for (var i = 0; i < words.length; i++) {
                    select.setString(i + 1, "%" + words[i].replaceAll("[\\\\%_]", "\\\\$0") + "%");
                }
                select.setInt(words.length + 1, Math.min(limit, ROWS));
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<HistoryRow>();
                    while (rows.next()) {
                        found.add(row(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at")), row.getString("collection"), row.getString("name"),
                row.getString("method"), row.getString("url"), row.getInt("status"), Duration.ofNanos(row.getLong("took")), row.getLong("size"),
                row.getString("request"));
    }

    /// The newest rows first whose name, method, URL, headers or bodies have words that begin with each word typed. Rows come without their request.
    ///
    /// @param limit  at most that many
    /// @param before only rows older than this id, for the next page: the id of the last row shown; `Long.MAX_VALUE` for the first page
    public CompletableFuture<List<HistoryRow>> search(String words, int limit, long before) {
        return recent(limit, words);
    }

    /// How many rows a search finds in all.
    public CompletableFuture<Integer> count(String words) {
        return recent(Integer.MAX_VALUE, words).thenApply(List::size);
    }

    /// One send in full, with the answer that was stored; empty where the row is gone.
    public CompletableFuture<Optional<Exchange>> open(long id) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /// Deletes what was sent from `from` on and before `until`: a day of the list.
    public CompletableFuture<Void> delete(Instant from, Instant until) {
        return submit(database -> {
            try (var delete = database.prepareStatement("delete from sent where at >= ? and at < ?")) {
                delete.setLong(1, from.toEpochMilli());
                delete.setLong(2, until.toEpochMilli());
                delete.executeUpdate();
                return null;
            }
        });
    }

    public CompletableFuture<Void> delete(long id) {
        return submit(database -> {
            try (var delete = database.prepareStatement("delete from sent where id = ?")) {
                delete.setLong(1, id);
                delete.executeUpdate();
                return null;
            }
        });
    }

    public CompletableFuture<Void> clear() {
        return submit(database -> {
            try (var delete = database.createStatement()) {
                delete.executeUpdate("delete from sent");
                delete.execute("vacuum");
                return null;
            }
        });
    }

    private <T> CompletableFuture<T> submit(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.on(database());
            } catch (SQLException first) {
                if (!damaged(first)) {
                    throw new IllegalStateException("The history in " + file + " failed: " + first.getMessage(), first);
                }
                return afresh(work, first);
            }
        }, thread);
    }

    private <T> T afresh(Work<T> work, SQLException reason) {
        try {
            closeConnection();
            var aside = AtomicFile.setAside(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            note = "The history could not be read (" + reason.getMessage() + "); it was moved to " + aside + " and a new one begun.";
            return work.on(database());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The history in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// SQLITE_CORRUPT and SQLITE_NOTADB of SQLite's result codes.
    private static boolean damaged(SQLException e) {
        var code = e.getErrorCode() & 0xFF;
        return code == 11 || code == 26;
    }

    private Connection database() throws SQLException {
        if (connection == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new SQLException(e.getMessage(), e);
            }
            connection = opened();
        }
        return connection;
    }

    private Connection opened() throws SQLException {
        var fresh = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (var setup = fresh.createStatement()) {
            setup.execute("pragma busy_timeout = 3000");
            setup.execute("pragma journal_mode = wal");
            setup.execute("pragma synchronous = normal");
            setup.execute("pragma secure_delete = on");
            setup.execute("create table if not exists sent (id integer primary key autoincrement, at integer not null, collection text not null, "
                    + "name text not null, method text not null, url text not null, status integer not null, took integer not null, "
                    + "size integer not null, request text not null)");
            return fresh;
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
    }

    private void closeConnection() throws SQLException {
        if (connection != null) {
            var open = connection;
            connection = null;
            open.close();
        }
    }

    /// Waits for what was begun, then closes the file.
    @Override
    public void close() {
        thread.submit(() -> {
            closeConnection();
            return null;
        });
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
