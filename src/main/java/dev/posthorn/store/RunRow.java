package dev.posthorn.store;

/// One request of a run, as it stands in the list; what was sent and what came is kept apart, see `RunDetail`.
///
/// @param round   the iteration, from 0
/// @param number  how many requests of this round came before, from 0
/// @param item    the request's id in its collection
/// @param path    the folders above it, "Orders / Open"; empty at the root
/// @param url     as it was sent, without secrets
/// @param status  0 where no answer came
/// @param micros  from the first byte of the first exchange to the last of the last, in microseconds
/// @param size    of the answer's body in bytes
/// @param passed  tests
/// @param trouble the first thing that went wrong, in words without secrets; empty where nothing did
/// @param at      where its detail begins
/// @param length  of its detail in bytes; 0 where none was kept
public record RunRow(int round, int number, String item, String name, String path, String method, String url, End end, int status, String reason, long micros, long size,
        int passed, int failed, int skipped, String trouble, long at, int length) {

    /// SKIPPED: a script did not want it sent.
    public enum End { ANSWERED, FAILED, CANCELLED, SKIPPED }

    /// No answer, a failed test, or a script that ended early.
    public boolean bad() {
        return !trouble.isEmpty();
    }

    public int tests() {
        return passed + failed;
    }

    /// What makes it the same request in another run.
    public String identity() {
        return item.isEmpty() ? method + " " + path + " / " + name : item;
    }
}
