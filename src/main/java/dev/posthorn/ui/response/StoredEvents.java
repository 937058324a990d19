package dev.posthorn.ui.response;

import dev.posthorn.http.live.EventLog;
import dev.posthorn.model.StoredBody;
import dev.posthorn.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

/// Tells the events of an answer apart that was stored without its times, such as one of the history.
final class StoredEvents {

    private final Path scratch;
    private final Background.Latest<EventLog> reading;
    private EventLog log;

    /// `found` hears of the events when all are known.
    StoredEvents(Background background, Path scratch, Consumer<EventLog> found) {
        this.scratch = scratch;
        this.reading = background.latest(read -> {
            log = read;
            found.accept(read);
        }, _ -> { });
    }

    void read(StoredBody body) {
        clear();
        reading.submit(() -> index(body));
    }

    private EventLog index(StoredBody body) throws IOException {
        var fresh = new EventLog(body::read, scratch.resolve(UUID.randomUUID() + ".events"));
        var buffer = new byte[1 << 16];
        var at = 0L;
        try {
            for (var n = body.read(0, buffer, 0, buffer.length); n > 0; n = body.read(at, buffer, 0, buffer.length)) {
                fresh.feed(buffer, 0, n, null);
                at += n;
            }
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    void clear() {
        reading.forget();
        if (log != null) {
            log.close();
            log = null;
        }
    }
}
