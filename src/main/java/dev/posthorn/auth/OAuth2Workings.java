package dev.posthorn.auth;

import dev.posthorn.model.Auth;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is said of a token before it is sent: where it is from, and how long it lasts. What stands in it is for `Explanation` to show.
final class OAuth2Workings {

    private static final Map<String, String> GRANTS = Map.of("authorization_code", "a login in the browser", "authorization_code_with_pkce", "a login in the browser, with PKCE",
            "implicit", "a login in the browser (implicit)", "password_credentials", "user name and password", "client_credentials", "client credentials", "device_code", "a login on another device",
            "token_exchange", "an exchange of tokens", "jwt_bearer", "a signed JWT");

    private OAuth2Workings() {}

    static List<Working> of(Auth values, Token token, Surroundings around) {
        var workings = new ArrayList<Working>();
        var now = around.clock().instant();
        workings.add(Working.note(origin(values, token)));
        token.expires().ifPresent(end -> workings.add(Working.note(life(end, now, values.flag("autoRefresh")))));
        workings.add(Working.note(values.text("addTokenTo").equals("queryParams")
                ? "It goes into the query as access_token, where logs of servers and proxies keep it." : "It goes into the Authorization header" + prefix(values) + "."));
        return workings;
    }

    private static String origin(Auth values, Token token) {
        if (!token.id().isEmpty()) {
            return "The token was got with " + GRANTS.getOrDefault(values.text("grant_type"), "a login") + " and is kept on this machine.";
        }
        return values.text("application").isBlank() && !values.text("accessToken").isBlank()
                ? "The token stands in the file, or in the variable that it names: it is sent as it is and never renewed. Clear Access Token to use one that is got here."
                : "There is no token that can be used yet: at the send one is got with " + GRANTS.getOrDefault(values.text("grant_type"), "the settings of the application") + from(values) + ".";
    }

    private static String from(Auth values) {
        var url = values.text("accessTokenUrl").strip();
        return url.isEmpty() ? "" : " from " + url.split("[?#]", 2)[0];
    }

    private static String life(Instant end, Instant now, boolean renewed) {
        var left = Duration.between(now, end);
        var at = end.truncatedTo(ChronoUnit.SECONDS);
        return !left.isPositive() ? "It expired at " + at + (renewed ? ": it is renewed at the send." : ", and is not renewed by itself.")
                : "It expires in " + words(left) + ", at " + at + (renewed ? "; it is renewed shortly before, and once where the server answers 401." : "; it is not renewed by itself.");
    }

    private static String words(Duration left) {
        return left.toDays() > 1 ? left.toDays() + " days" : left.toHours() > 1 ? left.toHours() + " hours" : left.toMinutes() > 1 ? left.toMinutes() + " minutes" : left.toSeconds() + " seconds";
    }

    private static String prefix(Auth values) {
        var prefix = values.text("headerPrefix").strip();
        return prefix.isEmpty() ? ", without a word before it" : ", after the word " + prefix;
    }
}
