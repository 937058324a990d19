package dev.posthorn.oauth;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes the token that is kept of what a server granted.
record Minting(Clock clock, RandomGenerator random, TokenStore tokens) {

    /// After a login. One of the same settings for the same account, or for no person at all, takes the place of the old one and keeps its name.
    StoredToken first(OAuthSettings settings, String print, String application, Granted granted) {
        var who = who(settings, granted);
        var person = settings.grant().map(Grant::person).orElse(true);
        var old = tokens.all().stream().filter(t -> t.settings().equals(print) && t.application().equals(application))
                .filter(t -> person ? !who.isEmpty() && t.who().equals(who) : t.who().equals(who)).findFirst();
        var asked = settings.scopes();
        var name = old.map(StoredToken::name).orElse(settings.tokenName().isEmpty() ? "Token" : settings.tokenName());
        var now = clock.instant();
        return new StoredToken(old.map(StoredToken::id).orElseGet(this::id), name, print, application, who, asked, scopes(granted, asked), granted.text("access_token"),
                granted.text("id_token"), granted.text("refresh_token"), granted.type(), now, granted.expires(now).or(() -> settings.lifetime().map(now::plus)), granted.other(), false);
    }

    /// After a renewal: what the answer does not bring anew stays, above all the refresh token (RFC 6749 §6).
    StoredToken renewed(StoredToken old, Granted granted) {
        var now = clock.instant();
        var access = granted.text("access_token").isBlank() ? old.accessToken() : granted.text("access_token");
        return new StoredToken(old.id(), old.name(), old.settings(), old.application(), old.who(), old.asked(), scopes(granted, old.granted()), access,
                keep(granted.text("id_token"), old.idToken()), keep(granted.text("refresh_token"), old.refreshToken()), granted.type(), now, granted.expires(now), granted.other(), false);
    }

    private static String keep(String fresh, String old) {
        return fresh.isBlank() ? old : fresh;
    }

    private static List<String> scopes(Granted granted, List<String> otherwise) {
        return granted.scopes().isEmpty() ? otherwise : granted.scopes();
    }

    private static String who(OAuthSettings settings, Granted granted) {
        var typed = settings.grant().orElse(null) == Grant.PASSWORD ? settings.text("username") : "";
        return IdToken.read(granted.text("id_token")).map(id -> id.who(typed)).orElse(typed);
    }

    private String id() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
