package dev.posthorn.demo.vendor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// What the vendors' servers of one demo server share: time, chance, faults, counts.
public record Stage(Clock clock, SecureRandom random, Faults faults, Counts counts) {

    public Stage(Clock clock) {
        this(clock, new SecureRandom(), new Faults(), new Counts());
    }

    public Instant now() {
        return clock.instant();
    }

    /// So many random bytes as hexadecimal digits.
    public String fresh(int bytes) {
        var all = new byte[bytes];
        random.nextBytes(all);
        return HexFormat.of().formatHex(all);
    }

    /// A fault that strikes any service call: an answer in place of the right one, or null. May wait.
    public Answer disturbed(Asked asked) {
        faults.wait(Fault.SLOW);
        if (faults.strikes(Fault.UNAVAILABLE)) {
            asked.note().wrong("Fault: 503.");
            return Answer.page(503, "Service Unavailable", "<p>The service is unavailable.</p>");
        }
        if (faults.strikes(Fault.TOO_MANY)) {
            asked.note().wrong("Fault: too many requests.");
            return Answer.json(429, Map.of("error", "Too many requests.")).with("Retry-After", "1");
        }
        if (faults.strikes(Fault.HTML)) {
            asked.note().wrong("Fault: a page instead of JSON.");
            return Pages.application("Welcome to the application");
        }
        return null;
    }

    /// The right answer, or what the faults of services make of it.
    public Answer spoiled(Asked asked, Answer answer) {
        if (answer.type().startsWith("application/json")) {
            if (answer.body().length > 1 && faults.strikes(Fault.BROKEN_OFF)) {
                asked.note().wrong("Fault: JSON that ends in the middle.");
                return new Answer(answer.status(), answer.headers(), answer.type(), Arrays.copyOf(answer.body(), answer.body().length / 2));
            }
            if (faults.has(Fault.WRONG_TYPE)) {
                return new Answer(answer.status(), answer.headers(), "text/plain; charset=utf-8", answer.body());
            }
        }
        return answer;
    }
}
