package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A login on another device (RFC 8628): a code is shown, somebody types it in at a page, and the server is asked from time to time whether that
/// has happened.
///
/// The interval is the server's, five seconds where it names none; each `slow_down` adds five (§3.5), each question without any answer doubles it up to a minute.
record DeviceLogin(Talk talk, Requests requests, Pause pause) {

    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /// How long a code is taken to live whose answer does not say; the RFC's own example.
    private static final Duration LIFE = Duration.ofMinutes(30);

    /// Questions in a row that may remain without any answer.
    private static final int SILENT = 5;

    Granted run(OAuthSettings settings, UserAgent agent) throws NoToken {
        var reply = talk.send(requests.device(settings), "Device authorization request");
        var fields = new Granted(reply.fields());
        var page = fields.text("verification_uri").isEmpty() ? fields.text("verification_url") : fields.text("verification_uri");
        if (!reply.good() || fields.text("device_code").isEmpty() || fields.text("user_code").isEmpty() || page.isEmpty()) {
            throw new NoToken(Doctor.of(reply.evidence(Evidence.Stage.DEVICE, settings, "")));
        }
        var expires = talk.clock().instant().plus(seconds(fields, "expires_in", LIFE));
        var complete = fields.text("verification_uri_complete");
        agent.show(BrowserLogin.uri(complete.isEmpty() ? page : complete), fields.text("user_code"), expires);
        talk.info("Code shown", "Somebody has to type in the code at " + page + " before " + expires + ".");
        return poll(settings, fields.text("device_code"), expires, seconds(fields, "interval", USUAL));
    }

    private Granted poll(OAuthSettings settings, String code, Instant expires, Duration first) throws NoToken {
        var interval = first.compareTo(SHORTEST) < 0 ? SHORTEST : first;
        var silent = 0;
        while (true) {
            rest(shorter(interval, Duration.between(talk.clock().instant(), expires)));
            if (!talk.clock().instant().isBefore(expires)) {
                talk.bad("Code expired", "Nobody typed it in in time.");
                throw new NoToken(expired(settings));
            }
            var reply = talk.send(requests.devicePoll(settings, code), "Token request");
            if (reply.failure() != null && ++silent < SILENT) {
                interval = interval.compareTo(LONGEST) < 0 ? interval.multipliedBy(2) : interval;
                continue;
            }
            switch (reply.errors().getOrDefault("error", "")) {
                case "authorization_pending" -> silent = 0;
                case "slow_down" -> {
                    silent = 0;
                    interval = interval.plus(USUAL);
                }
                default -> {
                    return Answers.granted(reply, Evidence.Stage.TOKEN, settings, "");
                }
            }
        }
    }

    /// An interval that is longer than the code lives is not waited out.
    private static Duration shorter(Duration interval, Duration left) {
        return left.isPositive() && left.compareTo(interval) < 0 ? left : interval;
    }

    private void rest(Duration interval) throws NoToken {
        try {
            pause.take(interval, talk.cancellation());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoToken.cancelled();
        }
        if (talk.cancellation().cancelled()) {
            throw NoToken.cancelled();
        }
    }

    private static Finding expired(OAuthSettings settings) {
        return Doctor.of(new Evidence(Evidence.Stage.TOKEN, settings, settings.text("accessTokenUrl"), null, "", Map.of("error", "expired_token"), null, ""));
    }

    private static Duration seconds(Granted fields, String key, Duration otherwise) {
        var text = fields.text(key);
        return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : otherwise;
    }
}
