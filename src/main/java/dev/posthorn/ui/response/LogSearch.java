package dev.posthorn.ui.response;

import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.http.socket.MessageLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Finds the lines of a message log that hold a word, or that went one way, a stretch of the log at a time.
final class LogSearch {

    enum Way { BOTH, SENT, RECEIVED }

    /// Of a big message so much is looked through, in bytes.
    private static final int DEPTH = 1 << 20;

    private final MessageLog log;
    private final String word;
    private final Way way;
    private int[] found = new int[64];
    private int count;
    private long next;

    LogSearch(MessageLog log, String word, Way way) {
        this.log = log;
        this.word = word.toLowerCase(Locale.ROOT);
        this.way = way;
    }

    /// Looks through what came since the last time, at most for a while; true where there is more. Blocks.
    boolean goOn() throws IOException {
        var end = Math.min(log.size(), next + 5_000);
        for (; next < end; next++) {
            if (matches(log.line(next))) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = (int) next;
            }
        }
        return next < log.size();
    }

    private boolean matches(LoggedMessage line) throws IOException {
        var note = line.kind() == LoggedMessage.Kind.NOTE;
        if (way != Way.BOTH && (note || line.sent() != (way == Way.SENT))) {
            return false;
        }
        if (word.isEmpty() || line.first().toLowerCase(Locale.ROOT).contains(word)) {
            return true;
        }
        if (line.kind() != LoggedMessage.Kind.TEXT || line.size() <= line.first().length()) {
            return false;
        }
        var bytes = new byte[(int) Math.min(DEPTH, line.size())];
        var n = Math.max(0, log.content(line.number()).read(0, bytes, 0, bytes.length));
        return new String(bytes, 0, n, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains(word);
    }

    int[] found() {
        return found;
    }

    int count() {
        return count;
    }
}
