package dev.posthorn.oauth;

import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/// Puts the proof of the client into a request of the login, in the way that the settings choose (`ClientProof`).
record Proving(Clock clock, RandomGenerator random) {

    /// @param url the endpoint that the request goes to: the usual audience of an assertion
    Form prove(Form form, OAuthSettings settings, String url) throws NoToken {
        var secret = settings.secret("clientSecret");
        var id = settings.clientId();
        return switch (settings.proof()) {
            case HEADER -> secret.isEmpty() ? known(form, id) : form.header("Authorization", settings.text("basicEncoding").equals("plain") ? plain(id, secret) : basic(id, secret));
            case BODY -> known(form, id).put("client_secret", secret);
            case QUERY -> known(form, id).put("client_secret", secret).asGet();
            case SECRET_JWT -> assertion(form, settings, url, true);
            case KEY_JWT -> assertion(form, settings, url, false);
            case CERTIFICATE -> known(form, id);
        };
    }

    private static Form known(Form form, String id) {
        return form.has("client_id") ? form : form.put("client_id", id);
    }

    /// Without form-encoding the halves first, for servers whose documents say so (Bizagi's).
    private static String plain(String id, String secret) throws NoToken {
        if (id.isEmpty()) {
            throw new NoToken(Faults.missing(List.of("Client ID")));
        }
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String id, String secret) throws NoToken {
        if (id.isEmpty()) {
            throw new NoToken(Faults.missing(List.of("Client ID")));
        }
        return new ClientSecretBasic(new ClientID(id), new Secret(secret)).toHTTPAuthorizationHeader();
    }

    private Form assertion(Form form, OAuthSettings settings, String url, boolean symmetric) throws NoToken {
        if (settings.clientId().isEmpty()) {
            throw new NoToken(Faults.missing(List.of("Client ID")));
        }
        if (symmetric && settings.secret("clientSecret").isEmpty()) {
            throw new NoToken(Faults.missing(List.of("Client Secret")));
        }
        return known(form, settings.clientId()).put("client_assertion_type", JWTAuthentication.CLIENT_ASSERTION_TYPE)
                .put("client_assertion", new Assertion(settings, clock, random).ofClient(url, symmetric));
    }
}
