package dev.posthorn.auth;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTParser;
import dev.posthorn.model.Auth;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is said of a token before it is sent: where it is from, how long it lasts, and what stands in it where it is a JWT.
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
        decoded(token, now, workings);
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
        return left.isNegative() ? "It expired at " + end + (renewed ? ": it is renewed at the send." : ", and is not renewed by itself.")
                : "It expires in " + words(left) + ", at " + end + (renewed ? "; it is renewed shortly before, and once where the server answers 401." : "; it is not renewed by itself.");
    }

    private static String words(Duration left) {
        return left.toDays() > 1 ? left.toDays() + " days" : left.toHours() > 1 ? left.toHours() + " hours" : left.toMinutes() > 1 ? left.toMinutes() + " minutes" : left.toSeconds() + " seconds";
    }

    private static String prefix(Auth values) {
        var prefix = values.text("headerPrefix").strip();
        return prefix.isEmpty() ? ", without a word before it" : ", after the word " + prefix;
    }

    /// A token that is no JWT is opaque: there is nothing in it to show.
    private static void decoded(Token token, Instant now, List<Working> workings) {
        try {
            if (token.value().chars().filter(c -> c == '.').count() != 2) {
                return;
            }
            var jwt = JWTParser.parse(token.value());
            workings.add(Working.json("Header of the token", JSONObjectUtils.toJSONString(jwt.getHeader().toJSONObject())));
            var claims = jwt.getJWTClaimsSet();
            if (claims != null) {
                workings.add(Working.json("Claims of the token", JSONObjectUtils.toJSONString(claims.toJSONObject())));
                if (token.expires().isEmpty() && claims.getExpirationTime() != null) {
                    workings.add(Working.note(life(claims.getExpirationTime().toInstant(), now, false)));
                }
            }
        } catch (ParseException | RuntimeException e) {
            // Three parts by chance: not a JWT.
        }
    }
}
