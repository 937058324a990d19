package dev.posthorn.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the server about a token that is kept: what it is good for (RFC 7662), whose it is (OpenID Connect Core §5.3), and to forget it (RFC 7009).
record Inquiry(Talk talk, Requests requests, Completion completion, Applications applications) {

    Logins.Told introspect(StoredToken token, OAuthSettings given) {
        return told(given, token, Evidence.Stage.INTROSPECTION, "introspectUrl", settings ->
                talk.send(requests.about(settings, settings.text("introspectUrl"), token.accessToken(), "access_token"), "Introspection"));
    }

    Logins.Told userinfo(StoredToken token, OAuthSettings given) {
        return told(given, token, Evidence.Stage.USERINFO, "userinfoUrl", settings -> talk.send(new Wire("GET", settings.text("userinfoUrl"),
                List.of(new Header("Accept", "application/json"), new Header("Authorization", "Bearer " + token.accessToken())), Payload.empty()), "Userinfo"));
    }

    private interface Question {
        Reply ask(OAuthSettings settings) throws NoToken;
    }

    private Logins.Told told(OAuthSettings given, StoredToken token, Evidence.Stage stage, String key, Question question) {
        try {
            var settings = completion.endpoints(Completion.effective(given, token.application(), applications), List.of(key));
            if (settings.text(key).isEmpty()) {
                return new Logins.Told.Nothing(stage == Evidence.Stage.USERINFO ? Faults.noEndpoint("nobody can be asked whose the token is", "userinfo URL")
                        : Faults.noEndpoint("nobody can be asked what the token is good for", "introspection URL"));
            }
            var reply = question.ask(settings);
            var fields = reply.fields().isEmpty() ? signed(reply) : reply.fields();
            return reply.good() && !fields.isEmpty() && reply.errors().isEmpty() ? new Logins.Told.Answer(JsonWriter.pretty(fields))
                    : new Logins.Told.Nothing(Doctor.of(reply.evidence(stage, settings, "")));
        } catch (NoToken e) {
            return new Logins.Told.Nothing(e.finding());
        }
    }

    /// Userinfo may come as a JWT (OpenID Connect Core §5.3.2).
    private static Map<String, Object> signed(Reply reply) {
        return reply.cut() ? Map.of() : IdToken.read(reply.text()).map(IdToken::claims).map(JWTClaimsSet::toJSONObject).orElse(Map.of());
    }

    /// The refresh token first: most servers let the access token go with it. Where that went well, a refusal for the access token is only shown.
    Optional<Finding> revoke(StoredToken token, OAuthSettings given) {
        try {
            var settings = completion.endpoints(Completion.effective(given, token.application(), applications), List.of("revokeUrl"));
            if (settings.text("revokeUrl").isEmpty()) {
                return Optional.of(Faults.noEndpoint("the token is forgotten here, but stays good until it expires", "revoke token URL"));
            }
            var faults = new ArrayList<Finding>();
            if (!token.refreshToken().isEmpty()) {
                revoke(settings, token.refreshToken(), "refresh_token").ifPresent(faults::add);
            }
            if (!token.accessToken().isEmpty()) {
                var fault = revoke(settings, token.accessToken(), "access_token");
                if (token.refreshToken().isEmpty() || !faults.isEmpty()) {
                    fault.ifPresent(faults::add);
                }
            }
            return faults.stream().findFirst();
        } catch (NoToken e) {
            return Optional.of(e.finding());
        }
    }

    private Optional<Finding> revoke(OAuthSettings settings, String token, String hint) throws NoToken {
        var reply = talk.send(requests.about(settings, settings.text("revokeUrl"), token, hint), hint.equals("refresh_token") ? "Revoke refresh token" : "Revoke access token");
        return reply.good() && reply.errors().isEmpty() ? Optional.empty() : Optional.of(Doctor.of(reply.evidence(Evidence.Stage.REVOCATION, settings, "")));
    }
}
