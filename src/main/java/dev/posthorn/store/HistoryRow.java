package dev.posthorn.store;

import java.time.Duration;
import java.time.Instant;

/// One send of the past. `request` is the request as JSON text, secrets left out, and empty in the rows of a search; `status` is 0 where no answer came.
public record HistoryRow(
        long id, Instant at, String collection, String name, String method, String url, int status, Duration took, long size, String request) {

    HistoryRow withRequest(String json) {
        return new HistoryRow(id, at, collection, name, method, url, status, took, size, json);
    }
}
