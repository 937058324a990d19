package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.UserAgent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Makes the agent of a login: one for each, of the kind that was chosen.
///
/// @param window makes agents that show the page in a window of ours; empty where there is none
public record UserAgents(Browser browser, OwnCertificate certificate, SecureRandom random, Clock clock, Optional<Windows> window) {

    /// After which a login that nobody ends is over.
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /// Shows login pages in windows of the program itself.
    public interface Windows {
        UserAgent open(Person person, Waiting waiting);
    }

    public UserAgents withWindow(Windows windows) {
        return new UserAgents(browser, certificate, random, clock, Optional.of(windows));
    }

    /// @param person is shown what there is to see, and may paste
    public UserAgent of(Strategy strategy, Person person) {
        var waiting = new Waiting(clock, PATIENCE);
        return switch (strategy) {
            case BROWSER -> new Loopback(browser, person, certificate, random, waiting);
            case WINDOW -> window.map(w -> w.open(person, waiting)).orElseGet(() -> new Pasted(browser, person, waiting));
            case PASTE -> new Pasted(browser, person, waiting);
        };
    }
}
