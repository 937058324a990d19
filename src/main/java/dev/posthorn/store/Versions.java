package dev.posthorn.store;

import dev.posthorn.model.Request;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;

/// The last `KEPT` saved versions of each request, in an SQLite file of the user's data folder that nobody else may read.
///
/// 1. All work is done by one thread of its own, in order; the file is opened by the first use, never by the constructor.
/// 2. Versions follow their request when it is renamed or moved, and its collection when that gets another path.
/// 3. A file that is no sound database is moved aside, and a new one begun. What cannot be kept never stops a save.
public final class Versions implements AutoCloseable {

    /// How many versions of a request are kept.
    public static final int KEPT = 50;

    /// The largest request that is kept, in bytes of its JSON, and how much all take together before the oldest go.
    private static final int LARGEST = 32 << 20;
    private static final long TOTAL = 512L << 20;

    private final Path file;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("versions").factory());
    private Connection connection;
    private volatile String note = "";

    public Versions(Home home, Clock clock) {
        this.file = home.versions();
        this.clock = clock;
    }

    private interface Work<T> {
        T on(Connection database) throws SQLException;
    }

    /// What went wrong with the file, in a sentence to show; empty where nothing did.
    public String note() {
        return note;
    }

    /// Keeps what a save is about to replace. Returns at once. The same as the newest version again is kept once.
    public void put(Path collection, String itemId, String name, Request request) {
        var at = clock.instant();
        submit(database -> {
            var json = JsonWriter.compact(RequestRecord.of(request)).getBytes(StandardCharsets.UTF_8);
            if (json.length <= LARGEST) {
                store(database, collection.toString(), itemId, new Row(at, name, Packed.pack(json), json.length));
            }
            return null;
        });
    }

    private record Row(Instant at, String name, byte[] packed, int size) {}

    private static void store(Connection database, String collection, String item, Row row) throws SQLException {
        try (var newest = database.prepareStatement("select name, request from version where collection = ? and item = ? order by id desc limit 1")) {
            newest.setString(1, collection);
            newest.setString(2, item);
            try (var known = newest.executeQuery()) {
                if (known.next() && known.getString(1).equals(row.name()) && Arrays.equals(known.getBytes(2), row.packed())) {
                    return;
                }
            }
        }
        try (var insert = database.prepareStatement("insert into version (collection, item, at, name, size, request) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, collection);
            insert.setString(2, item);
            insert.setLong(3, row.at().toEpochMilli());
            insert.setString(4, row.name());
            insert.setInt(5, row.size());
            insert.setBytes(6, row.packed());
            insert.executeUpdate();
        }
        trim(database, collection, item);
    }

    private static void trim(Connection database, String collection, String item) throws SQLException {
        try (var old = database.prepareStatement("delete from version where id in (select id from version where collection = ? and item = ? "
                + "order by id desc limit -1 offset ?)")) {
            old.setString(1, collection);
            old.setString(2, item);
            old.setInt(3, KEPT);
            old.executeUpdate();
        }
        try (var pages = database.createStatement(); var size = pages.executeQuery("select page_count * page_size from pragma_page_count, pragma_page_size")) {
            if (!size.next() || size.getLong(1) <= TOTAL) {
                return;
            }
        }
        try (var oldest = database.createStatement()) {
            oldest.executeUpdate("delete from version where id in (select id from version order by id limit (select count(*) / 10 from version))");
            oldest.execute("vacuum");
        }
    }

    /// The versions of a request, the newest first. Blocks.
    public List<Version> of(Path collection, String itemId) {
        return submit(database -> {
            try (var select = database.prepareStatement("select at, name, size, request from version where collection = ? and item = ? order by id desc")) {
                select.setString(1, collection.toString());
                select.setString(2, itemId);
                return read(select);
            }
        }).exceptionally(_ -> List.of()).join();
    }

    private static List<Version> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var versions = new ArrayList<Version>();
            while (rows.next()) {
                var request = request(rows.getBytes(4), rows.getInt(3));
                if (request != null) {
                    versions.add(new Version(Instant.ofEpochMilli(rows.getLong(1)), rows.getString(2), request));
                }
            }
            return List.copyOf(versions);
        }
    }

    private static Request request(byte[] packed, int size) {
        try {
            return size <= LARGEST && JsonReader.read(new String(Packed.unpack(packed, size), StandardCharsets.UTF_8)) instanceof Json.Obj record ? RequestRecord.read(record) : null;
        } catch (JsonProblem | DataFormatException e) {
            return null;
        }
    }

    /// Follows items to their new ids, and a collection to its new path. The versions of what was deleted are put by, for `restore`.
    public void follow(Change change) {
        var from = change.before().isEmpty() ? change.file() : change.before().getFirst().file();
        if (!change.file().equals(from) || !change.ids().isEmpty()) {
            var at = clock.instant();
            submit(database -> {
                VersionMoves.follow(database, from.toString(), change.file().toString(), change.ids(), at);
                return null;
            });
        }
    }

    /// Items that were taken from one collection last are in another now, or back in the same: so are their versions.
    ///
    /// @param ids old id in `from` → id in `to`
    void restore(Path from, Path to, Map<String, String> ids) {
        submit(database -> {
            VersionMoves.restore(database, from.toString(), to.toString(), ids);
            return null;
        });
    }

    private <T> CompletableFuture<T> submit(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.on(database());
            } catch (SQLException first) {
                return afresh(work, first);
            }
        }, thread);
    }

    /// SQLITE_CORRUPT (11) and SQLITE_NOTADB (26) of SQLite's result codes: a new file is begun. Anything else is said, and the work left undone.
    private <T> T afresh(Work<T> work, SQLException reason) {
        try {
            var code = reason.getErrorCode() & 0xFF;
            if (code != 11 && code != 26) {
                throw reason;
            }
            closeConnection();
            var aside = AtomicFile.setAside(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
            note = "The earlier versions of requests could not be read (" + reason.getMessage() + "); they were moved to " + aside + " and a new file begun.";
            return work.on(database());
        } catch (IOException | SQLException e) {
            note = "Earlier versions of requests cannot be kept in " + file + ": " + e.getMessage() + ".";
            throw new IllegalStateException(note, e);
        }
    }

    private Connection database() throws SQLException {
        if (connection == null) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                PrivateFiles.only(file);
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
            setup.execute("create table if not exists version (id integer primary key autoincrement, collection text not null, item text not null, "
                    + "at integer not null, name text not null, size integer not null, request blob not null)");
            setup.execute("create index if not exists version_of on version (collection, item, id)");
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

    /// Writes what is left to write.
    @Override
    public void close() {
        submit(_ -> {
            closeConnection();
            return null;
        }).exceptionally(_ -> null).join();
        thread.shutdown();
        try {
            thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
