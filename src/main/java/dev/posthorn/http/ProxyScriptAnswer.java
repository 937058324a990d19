package dev.posthorn.http;

import dev.posthorn.http.proxy.Pac;
import dev.posthorn.model.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Takes the text of a proxy script out of the answer that brought it.
final class ProxyScriptAnswer {

    private ProxyScriptAnswer() {}

    /// @throws IOException the message completes "the script cannot be loaded: "
    static String text(Outcome outcome) throws IOException {
        try {
            return switch (outcome) {
                case Outcome.Received received -> text(received);
                case Outcome.Failed failed -> throw new IOException(failed.failure().sentence().replaceFirst("\\.$", ""));
                case Outcome.Cancelled _, Outcome.Skipped _ -> throw new IOException("it was cancelled");
            };
        } finally {
            outcome.hops().forEach(hop -> hop.received().body().release());
        }
    }

    private static String text(Outcome.Received received) throws IOException {
        var response = received.response();
        if (response.status() != 200) {
            throw new IOException("the server answered " + (response.status() + " " + response.reason()).strip());
        }
        if (response.body().size() > Pac.MOST) {
            throw new IOException("it is larger than " + Pac.MOST / 1024 + " KiB");
        }
        try (var in = response.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
