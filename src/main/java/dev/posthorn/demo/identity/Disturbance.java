package dev.posthorn.demo.identity;

import java.util.Map;
import java.util.Optional;

/// Answers of the token endpoint that are no answers of a token endpoint.
final class Disturbance {

    private Disturbance() {}

    static Optional<Answer> of(Visit visit) {
        if (visit.has(Fault.SLOW)) {
            sleep(visit.number(Fault.SLOW));
        }
        if (visit.has(Fault.NOT_FOUND)) {
            return Optional.of(Pages.notFound(visit.path()));
        }
        if (visit.has(Fault.HTML)) {
            return Optional.of(Pages.application());
        }
        if (visit.has(Fault.LOGIN_REDIRECT)) {
            return Optional.of(Answer.redirect(visit.base() + "/login"));
        }
        if (visit.has(Fault.UNAVAILABLE)) {
            return Optional.of(Pages.unavailable().with("Retry-After", "120"));
        }
        if (visit.has(Fault.CALLER_NOT_ALLOWED)) {
            return Optional.of(notAllowed());
        }
        return visit.has(Fault.EMPTY) ? Optional.of(Answer.text(200, "application/json", "")) : Optional.empty();
    }

    static Answer notAllowed() {
        return Answer.json(403, Map.of("error", "access_denied",
                "error_description", "The IP address 127.0.0.1 is not in the list of addresses that are allowed for this application."));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(Math.min(milliseconds, 60_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
