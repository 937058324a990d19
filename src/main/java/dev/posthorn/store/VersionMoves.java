package dev.posthorn.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/// Gives kept versions new places when their requests and collections get them.
///
/// What has no item any more is put by: its item is then a line end, the time as 16 hexadecimal digits, a line end and the old id.
final class VersionMoves {

    /// Where the old id begins in the name of what is put by, counted from 1.
    private static final int ID = 19;

    private VersionMoves() {}

    /// All at once, since two items may change places: first to a collection that nothing has, then to the new one.
    static void follow(Connection database, String from, String to, Map<String, String> ids, Instant at) throws SQLException {
        database.setAutoCommit(false);
        var parked = "\n%016x\n".formatted(at.toEpochMilli());
        try (var change = database.prepareStatement("update version set collection = ?, item = ? where collection = ? and item = ?");
                var move = database.prepareStatement("update version set collection = ? where collection = ?")) {
            for (var id : ids.entrySet()) {
                change(change, from, id.getKey(), "\n" + to, id.getValue().isEmpty() ? parked + id.getKey() : id.getValue());
            }
            for (var id : ids.values()) {
                // An item that went unnoticed had this id before.
                change(change, from, id, from, parked + id);
            }
            if (!from.equals(to)) {
                move(move, from, to);
            }
            move(move, "\n" + to, to);
            database.commit();
        } catch (SQLException e) {
            database.rollback();
            throw e;
        } finally {
            database.setAutoCommit(true);
        }
    }

    private static void change(PreparedStatement change, String collection, String item, String newCollection, String newItem) throws SQLException {
        change.setString(1, newCollection);
        change.setString(2, newItem);
        change.setString(3, collection);
        change.setString(4, item);
        change.executeUpdate();
    }

    private static void move(PreparedStatement move, String from, String to) throws SQLException {
        move.setString(1, to);
        move.setString(2, from);
        move.executeUpdate();
    }

    /// Gives items what was put by last under their old ids.
    ///
    /// @param ids old id in `from` → id in `to`
    static void restore(Connection database, String from, String to, Map<String, String> ids) throws SQLException {
        try (var newest = database.prepareStatement("select max(item) from version where collection = ? and item like char(10) || '%' and substr(item, "
                + ID + ") = ?"); var change = database.prepareStatement("update version set collection = ?, item = ? where collection = ? and item = ?")) {
            for (var id : ids.entrySet()) {
                newest.setString(1, from);
                newest.setString(2, id.getKey());
                try (var found = newest.executeQuery()) {
                    if (found.next() && found.getString(1) != null) {
                        change(change, from, found.getString(1), to, id.getValue());
                    }
                }
            }
        }
    }
}
