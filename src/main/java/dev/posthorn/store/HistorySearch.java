package dev.posthorn.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the history's file: pages of rows, found by words, and single exchanges.
record HistorySearch(Connection connection) {

    private static final String COLUMNS = "id, at, collection, name, method, url, status, took, size";

    List<HistoryRow> search(String typed, int limit, long before) throws SQLException {
        var question = SearchWords.question(typed);
        var sql = question.isEmpty() ? "select " + COLUMNS + " from sent where id < ? order by id desc limit ?"
                : "select " + COLUMNS + " from sent where id in (select rowid from words where words match ? and rowid < ? order by rowid desc limit ?) order by id desc";
        try (var select = connection.prepareStatement(sql)) {
            var next = 1;
            if (!question.isEmpty()) {
                select.setString(next++, question);
            }
            select.setLong(next++, before);
            select.setInt(next, limit);
            return rows(select);
        }
    }

    int count(String typed) throws SQLException {
        var question = SearchWords.question(typed);
        try (var select = connection.prepareStatement(question.isEmpty() ? "select count(*) from sent" : "select count(*) from words where words match ?")) {
            if (!question.isEmpty()) {
                select.setString(1, question);
            }
            try (var result = select.executeQuery()) {
                return result.next() ? result.getInt(1) : 0;
            }
        }
    }

    Optional<Exchange> open(long id) throws SQLException, IOException {
        try (var select = connection.prepareStatement("select " + COLUMNS + ", request, (select json from exchange e where e.id = s.id) json from sent s where id = ?")) {
            select.setLong(1, id);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var json = row.getBytes("json");
                var text = json == null ? "" : new String(Squeezed.restore(json), StandardCharsets.UTF_8);
                return Optional.of(ExchangeReading.read(row(row).withRequest(row.getString("request")), text, bodies(id)));
            }
        }
    }

    private List<byte[]> bodies(long id) throws SQLException, IOException {
        try (var select = connection.prepareStatement("select bytes from body where key between ? and ? order by key")) {
            select.setLong(1, id << 8);
            select.setLong(2, (id << 8) + 255);
            try (var rows = select.executeQuery()) {
                var bodies = new ArrayList<byte[]>();
                while (rows.next()) {
                    bodies.add(Squeezed.restore(rows.getBytes(1)));
                }
                return bodies;
            }
        }
    }

    private static List<HistoryRow> rows(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var found = new ArrayList<HistoryRow>();
            while (rows.next()) {
                found.add(row(rows));
            }
            return List.copyOf(found);
        }
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at")), row.getString("collection"), row.getString("name"),
                row.getString("method"), row.getString("url"), row.getInt("status"), Duration.ofNanos(row.getLong("took")), row.getLong("size"), "");
    }
}
