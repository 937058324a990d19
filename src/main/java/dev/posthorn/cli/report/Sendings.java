package dev.posthorn.cli.report;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.StoredBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What went out and what came back, however a send ended.
final class Sendings {

    private Sendings() {}

    /// The answer, or what came of it; null where nothing did.
    static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Received received -> received.response();
            case Outcome.Failed failed -> failed.partial();
            case Outcome.Cancelled cancelled -> cancelled.partial();
            case Outcome.Skipped _ -> null;
        };
    }

    /// At most `most` bytes from the beginning of a body; none where it cannot be read.
    static byte[] beginning(StoredBody body, int most) {
        try (var in = body.open()) {
            return in.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /// As text: UTF-8, with a mark for each byte that is none.
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
