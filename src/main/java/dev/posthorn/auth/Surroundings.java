package dev.posthorn.auth;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What an authorization may need beside the request and its own values.
///
/// @param body        reads the bytes that a payload will have on the wire
/// @param tokens      where OAuth 2.0 gets its tokens
/// @param sessions    where sessions of servers are kept
/// @param home        the user's home folder, where `.netrc` lies
/// @param environment of the process
public record Surroundings(Clock clock, RandomGenerator random, BodyBytes body, TokenSource tokens, SessionSource sessions, Path home, Map<String, String> environment) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /// Without sessions.
    public Surroundings(Clock clock, RandomGenerator random, BodyBytes body, TokenSource tokens, Path home, Map<String, String> environment) {
        this(clock, random, body, tokens, SessionSource.NONE, home, environment);
    }

    public Surroundings withTokens(TokenSource source) {
        return new Surroundings(clock, random, body, source, sessions, home, environment);
    }

    public Surroundings withSessions(SessionSource source) {
        return new Surroundings(clock, random, body, tokens, source, home, environment);
    }
}
