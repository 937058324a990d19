package dev.posthorn.ui.response;

import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.http.socket.MessageLog;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import javafx.collections.ObservableListBase;

/// The lines of a message log as a list that the window draws: each is read when it comes into view, so that a long log costs no memory here.
/// Belongs to the FX thread.
final class LogLines extends ObservableListBase<LoggedMessage> {

    private final MessageLog log;
    private int[] numbers;
    private int size;

    LogLines(MessageLog log) {
        this.log = log;
    }

    @Override
    public LoggedMessage get(int index) {
        var number = numbers == null ? index : numbers[index];
        try {
            return log.line(number);
        } catch (IOException e) {
            return new LoggedMessage(number, Instant.EPOCH, false, LoggedMessage.Kind.NOTE, 0, "This message cannot be read any more: " + e.getMessage());
        }
    }

    @Override
    public int size() {
        return size;
    }

    /// Shows all lines, up to those that the log has now.
    void all() {
        if (numbers != null) {
            empty();
            numbers = null;
        }
        grown((int) Math.min(Integer.MAX_VALUE, log.size()));
    }

    /// Shows these lines, which begin with those that are shown already where `more` says so.
    void some(int[] matches, int count, boolean more) {
        if (!more) {
            empty();
        }
        numbers = Arrays.copyOf(matches, count);
        grown(count);
    }

    private void grown(int now) {
        if (now < size) {
            empty();
        }
        if (now > size) {
            beginChange();
            var before = size;
            size = now;
            nextAdd(before, now);
            endChange();
        }
    }

    void empty() {
        if (size > 0) {
            var gone = new Gone(size);
            beginChange();
            size = 0;
            nextRemove(0, gone);
            endChange();
        }
    }

    /// Lines that are not looked at again.
    private static final class Gone extends java.util.AbstractList<LoggedMessage> {
        private static final LoggedMessage NOTHING = new LoggedMessage(0, Instant.EPOCH, false, LoggedMessage.Kind.NOTE, 0, "");
        private final int count;

        Gone(int count) {
            this.count = count;
        }

        @Override
        public LoggedMessage get(int index) {
            return NOTHING;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
