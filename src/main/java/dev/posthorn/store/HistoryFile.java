package dev.posthorn.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The SQLite file of the history: its tables, and how those of older versions become today's without losing a row.
///
/// - `sent`: a row for each send; `bytes` is what its exchange and bodies take.
/// - `exchange`: the whole exchange as compressed JSON, by the row's id.
/// - `body`: compressed bodies, by the row's id times 256 plus their place.
/// - `words`: the index for searching (FTS5). It holds no text, only which word is in which row.
final class HistoryFile {

    private static final int VERSION = 2;

    /// The lengths of word begins that have an index of their own, so that the first page of a search is found without looking at the other rows.
    private static final String PREFIXES = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16";

    private HistoryFile() {}

    /// Opens the file and brings it to today's form.
    static Connection open(Path file) throws SQLException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                PrivateFiles.only(file);
            }
        } catch (IOException e) {
            throw new SQLException(e.getMessage(), e);
        }
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (var setup = connection.createStatement()) {
            setup.execute("pragma busy_timeout = 3000");
            setup.execute("pragma journal_mode = wal");
            setup.execute("pragma synchronous = normal");
            setup.execute("pragma secure_delete = on");
            setup.execute("pragma temp_store = memory");
            upgrade(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// A second connection for searching, beside the one that writes. The file must be there.
    static Connection reader(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (var setup = connection.createStatement()) {
            setup.execute("pragma busy_timeout = 3000");
            setup.execute("pragma query_only = on");
            setup.execute("pragma temp_store = memory");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void upgrade(Connection connection) throws SQLException {
        int version;
        try (var statement = connection.createStatement(); var row = statement.executeQuery("pragma user_version")) {
            version = row.next() ? row.getInt(1) : 0;
        }
        if (version >= VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists sent (id integer primary key autoincrement, at integer not null, collection text not null, "
                    + "name text not null, method text not null, url text not null, status integer not null, took integer not null, "
                    + "size integer not null, request text not null)");
            statement.execute("alter table sent add column bytes integer not null default 0");
            statement.execute("create index sent_at on sent (at, bytes)");
            statement.execute("create table exchange (id integer primary key, json blob not null)");
            statement.execute("create table body (key integer primary key, bytes blob not null)");
            statement.execute("create virtual table words using fts5 (text, content = '', contentless_delete = 1, detail = none, "
                    + "tokenize = 'unicode61 remove_diacritics 2', prefix = '" + PREFIXES + "')");
            index(connection);
            statement.execute("pragma user_version = " + VERSION);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// The rows of version 1 are found by what they have; the text of their request is kept where it is.
    private static void index(Connection connection) throws SQLException {
        try (var select = connection.createStatement(); var insert = connection.prepareStatement("insert into words (rowid, text) values (?, ?)");
                var rows = select.executeQuery("select id, collection, name, method, url, status, request from sent order by id")) {
            while (rows.next()) {
                var words = new SearchWords();
                words.name(rows.getString("collection"));
                words.name(rows.getString("name"));
                words.text(rows.getString("method") + " " + rows.getInt("status"));
                words.name(rows.getString("url"));
                words.body(rows.getString("request").getBytes(StandardCharsets.UTF_8), "application/json");
                insert.setLong(1, rows.getLong("id"));
                insert.setString(2, words.toString());
                insert.executeUpdate();
            }
        }
    }
}
