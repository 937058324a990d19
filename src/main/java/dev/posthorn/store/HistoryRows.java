package dev.posthorn.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Writes into the history's file. Belongs to one thread; each call is done whole or not at all.
final class HistoryRows implements AutoCloseable {

    /// Rows are deleted in pieces of this size, so that a big cut does not hold all of them in memory.
    private static final int PIECE = 1_000;

    private final Connection connection;
    private long count;
    private long bytes;

    HistoryRows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        measure();
    }

    private void measure() throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery("select count(*), coalesce(sum(bytes), 0) from sent indexed by sent_at")) {
            result.next();
            count = result.getLong(1);
            bytes = result.getLong(2);
        }
        connection.commit();
    }

    private interface Change<T> {
        T make() throws SQLException;
    }

    private <T> T whole(Change<T> change) throws SQLException {
        try {
            var result = change.make();
            connection.commit();
            return result;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    long insert(HistoryRow row, String url, KeptExchange kept) throws SQLException {
        var json = Squeezed.squeeze(kept.text().getBytes(StandardCharsets.UTF_8));
        var bodies = kept.bodies().stream().map(Squeezed::squeeze).toList();
        var size = json.length + bodies.stream().mapToLong(b -> b.length).sum();
        return whole(() -> {
            var id = insert(row, url, size);
            try (var exchange = connection.prepareStatement("insert into exchange (id, json) values (?, ?)");
                    var words = connection.prepareStatement("insert into words (rowid, text) values (?, ?)")) {
                exchange.setLong(1, id);
                exchange.setBytes(2, json);
                exchange.executeUpdate();
                words.setLong(1, id);
                words.setString(2, kept.words());
                words.executeUpdate();
            }
            insert(id, bodies);
            count++;
            bytes += size;
            return id;
        });
    }

    private long insert(HistoryRow row, String url, long size) throws SQLException {
        try (var insert = connection.prepareStatement("insert into sent (at, collection, name, method, url, status, took, size, request, bytes) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, '', ?) returning id")) {
            insert.setLong(1, row.at().toEpochMilli());
            insert.setString(2, Objects.requireNonNullElse(row.collection(), ""));
            insert.setString(3, Objects.requireNonNullElse(row.name(), ""));
            insert.setString(4, row.method());
            insert.setString(5, url);
            insert.setInt(6, row.status());
            insert.setLong(7, row.took().toNanos());
            insert.setLong(8, row.size());
            insert.setLong(9, size);
            try (var result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void insert(long id, List<byte[]> bodies) throws SQLException {
        try (var insert = connection.prepareStatement("insert into body (key, bytes) values (?, ?)")) {
            for (var place = 0; place < bodies.size(); place++) {
                insert.setLong(1, (id << 8) + place);
                insert.setBytes(2, bodies.get(place));
                insert.executeUpdate();
            }
        }
    }

    /// Lets go of what is beyond the limits: whole rows by number and age, bodies by their size.
    void trim(HistoryLimits limits, Instant now) throws SQLException {
        while (count > limits.rows()) {
            if (delete(ids("select id from sent order by id limit ?", Math.min(PIECE, count - limits.rows()))) == 0) {
                break;
            }
        }
        if (limits.days() > 0) {
            delete(Instant.EPOCH, now.minus(Duration.ofDays(limits.days())));
        }
        if (bytes > limits.total()) {
            // A tenth more than needed, so that not every send has to make room.
            makeRoom(limits.total() - limits.total() / 10);
        }
    }

    private void makeRoom(long most) throws SQLException {
        whole(() -> {
            try (var oldest = connection.prepareStatement("select id, bytes from sent where bytes > 0 order by id"); var rows = oldest.executeQuery();
                    var bodies = connection.prepareStatement("delete from body where key between ? and ?");
                    var row = connection.prepareStatement("update sent set bytes = 0 where id = ?")) {
                while (bytes > most && rows.next()) {
                    bytes -= rows.getLong(2);
                    removeBodies(bodies, rows.getLong(1));
                    row.setLong(1, rows.getLong(1));
                    row.executeUpdate();
                }
            }
            return null;
        });
    }

    private static void removeBodies(PreparedStatement bodies, long id) throws SQLException {
        bodies.setLong(1, id << 8);
        bodies.setLong(2, (id << 8) + 255);
        bodies.executeUpdate();
    }

    void delete(Instant from, Instant until) throws SQLException {
        while (true) {
            var ids = new ArrayList<Long>();
            try (var select = connection.prepareStatement("select id from sent where at >= ? and at < ? limit " + PIECE)) {
                select.setLong(1, from.toEpochMilli());
                select.setLong(2, until.toEpochMilli());
                collect(select, ids);
            }
            if (delete(ids) == 0) {
                return;
            }
        }
    }

    private List<Long> ids(String sql, long limit) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, limit);
            collect(select, ids);
        }
        return ids;
    }

    private static void collect(PreparedStatement select, List<Long> into) throws SQLException {
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                into.add(rows.getLong(1));
            }
        }
    }

    /// How many were there to delete.
    int delete(List<Long> ids) throws SQLException {
        return whole(() -> {
            var gone = 0;
            try (var sent = connection.prepareStatement("delete from sent where id = ? returning bytes");
                    var exchange = connection.prepareStatement("delete from exchange where id = ?");
                    var bodies = connection.prepareStatement("delete from body where key between ? and ?");
                    var words = connection.prepareStatement("delete from words where rowid = ?")) {
                for (var id : ids) {
                    sent.setLong(1, id);
                    try (var row = sent.executeQuery()) {
                        if (!row.next()) {
                            continue;
                        }
                        bytes -= row.getLong(1);
                    }
                    exchange.setLong(1, id);
                    exchange.executeUpdate();
                    removeBodies(bodies, id);
                    words.setLong(1, id);
                    words.executeUpdate();
                    gone++;
                }
            }
            count -= gone;
            return gone;
        });
    }

    void clear() throws SQLException {
        whole(() -> {
            try (var delete = connection.createStatement()) {
                delete.executeUpdate("delete from sent");
                delete.executeUpdate("delete from exchange");
                delete.executeUpdate("delete from body");
                delete.executeUpdate("insert into words (words) values ('delete-all')");
            }
            count = 0;
            bytes = 0;
            return null;
        });
        connection.setAutoCommit(true);
        try (var vacuum = connection.createStatement()) {
            vacuum.execute("vacuum");
            vacuum.execute("pragma wal_checkpoint(truncate)");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
