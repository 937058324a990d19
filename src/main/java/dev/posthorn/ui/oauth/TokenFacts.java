package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.StoredToken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What there is to say of a token, in words: how long it lives, what it may do, how it is renewed.
final class TokenFacts {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /// How good something is; the name is a style class in lower case.
    enum Tone { SUCCESS, INFO, WARNING, DANGER, PLAIN }

    record Said(String text, Tone tone) {}

    /// A scope beside what became of it.
    record Scope(String name, Fate fate) {}

    enum Fate { GIVEN, CUT, ADDED }

    private TokenFacts() {}

    /// "expires in 12:04", "expired 3 min ago", "refused by the server".
    static Said life(StoredToken token, Instant now, ZoneId zone) {
        if (token.refused()) {
            return new Said("refused by the server", Tone.DANGER);
        }
        return token.expires().map(at -> life(at, now, zone)).orElse(new Said("valid; the server told no end", Tone.SUCCESS));
    }

    private static Said life(Instant expires, Instant now, ZoneId zone) {
        var left = Duration.between(now, expires);
        if (!left.isPositive()) {
            return new Said("expired " + (left.negated().toSeconds() < 5 ? "just now" : about(left.negated()) + " ago"), Tone.DANGER);
        }
        if (left.toHours() >= 48) {
            return new Said("valid until " + DAY.format(expires.atZone(zone)), Tone.SUCCESS);
        }
        // A second that has begun still counts.
        var seconds = (left.toMillis() + 999) / 1000;
        var text = seconds >= 3600 ? "expires in " + seconds / 3600 + " h " + String.format(Locale.ROOT, "%02d", seconds / 60 % 60) + " min"
                : String.format(Locale.ROOT, "expires in %d:%02d", seconds / 60, seconds % 60);
        return new Said(text, left.compareTo(SOON) <= 0 ? Tone.WARNING : Tone.SUCCESS);
    }

    /// "40 s", "3 min", "2 h 10 min", "5 days".
    static String about(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() >= 1) {
            return time.toHours() + " h" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " min");
        }
        return time.toMinutes() >= 1 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    static boolean expired(StoredToken token, Instant now) {
        return token.refused() || token.expires().filter(at -> !at.isAfter(now)).isPresent();
    }

    /// What becomes of a token when its time is over, in a sentence.
    ///
    /// @param person whether a person must log in for another one
    static String renewal(StoredToken token, Instant now, boolean person) {
        var over = expired(token, now);
        if (!token.refreshToken().isEmpty()) {
            return over ? "Will be renewed with its refresh token at the next send." : "Has a refresh token: renewed by itself shortly before it ends, and once after a 401.";
        }
        if (!person) {
            return over ? "A new one will be got by itself at the next send." : "No refresh token, and none is needed: a new token is got by itself.";
        }
        if (token.expires().isEmpty() && !token.refused()) {
            return "No refresh token; the server told no end, so it holds until it is revoked.";
        }
        return over ? "There is no refresh token: log in for a new one." : "No refresh token: when it ends, somebody has to log in again.";
    }

    /// All scopes that were asked for or given, in that order.
    static List<Scope> scopes(StoredToken token) {
        var all = new LinkedHashSet<>(token.asked());
        all.addAll(token.granted());
        var scopes = new ArrayList<Scope>();
        for (var name : all) {
            // Who asked for none and got some was given what the server gives everybody.
            var asked = token.asked().isEmpty() || token.asked().contains(name);
            scopes.add(new Scope(name, !token.granted().contains(name) ? Fate.CUT : asked ? Fate.GIVEN : Fate.ADDED));
        }
        return scopes;
    }

    /// "Ann · 3 scopes", what is known of it.
    static String brief(StoredToken token) {
        var parts = new ArrayList<String>();
        if (!token.who().isBlank()) {
            parts.add(token.who());
        }
        var count = token.granted().size();
        parts.add(count == 0 ? "no scopes" : count == 1 ? token.granted().getFirst() : count + " scopes");
        parts.add(token.refreshToken().isEmpty() ? "no refresh token" : "refresh token");
        return String.join(" · ", parts);
    }

    /// What names it: its name, else who, else its type.
    static String name(StoredToken token) {
        return Optional.of(token.name()).filter(n -> !n.isBlank()).orElse(token.who().isBlank() ? "Token" : token.who());
    }
}
