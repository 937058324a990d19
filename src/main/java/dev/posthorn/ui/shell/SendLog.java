package dev.posthorn.ui.shell;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.store.History;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.tree.JsonProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Writes each send into the history, as the user typed it: with its `{{variables}}`, never with their values.
record SendLog(History history, Clock clock) {
    /// Answers at once; the disk follows.
    CompletableFuture<Long> add(String collection, String name, Request request, Outcome outcome) {
        var answer = answer(outcome);
        return history.add(new HistoryRow(0, began(outcome).orElse(clock.instant()), collection, name, request.method(), request.url(),
                answer == null ? 0 : answer.status(), took(outcome), answer == null ? 0 : answer.body().size(), RequestJson.write(name, request)));
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Received received -> received.response();
            case Outcome.Failed failed -> null;
            case Outcome.Cancelled cancelled -> null;
        };
    }

    private static Optional<Instant> began(Outcome outcome) {
        return outcome.hops().stream().findFirst().map(h -> h.received().timings().started());
    }

    private static Duration took(Outcome outcome) {
        return outcome.hops().stream().map(Hop::received).map(r -> r.timings().total()).reduce(Duration.ZERO, Duration::plus);
    }

    /// What was sent then; empty where the row cannot be read.
    static Optional<Request> request(HistoryRow row) {
        try {
            return Optional.of(RequestJson.read(row.request()).request());
        } catch (JsonProblem e) {
            return Optional.empty();
        }
    }
}
