package dev.posthorn.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Reads what a provider says about itself: OpenID Connect Discovery §4, and RFC 8414 §3.
///
/// 1. From an issuer's URL the places are tried in the order in which they are met most: `…/.well-known/openid-configuration`, then RFC 8414's, which
///    stand before the path. From a URL with `/.well-known/` in it only that document is read.
/// 2. A document is taken as it is, complete or not. An issuer that differs from the URL is a note, not an error (Creatio's is `creatio.com`).
/// 3. Up to three redirects are followed here, and only here.
final class Discovery {

    private static final String WELL_KNOWN = "/.well-known/";
    private static final int REDIRECTS = 3;
    private static final Map<String, String> KEYS = keys();

    /// A document that was read.
    ///
    /// @param url where it was found
    record Document(String url, String base, Map<String, Object> fields, String text) {

        String issuer() {
            return fields.get("issuer") instanceof String issuer ? issuer : "";
        }

        /// Whether every redirect says its issuer (RFC 9207 §3).
        boolean saysIssuer() {
            return Boolean.TRUE.equals(fields.get("authorization_response_iss_parameter_supported"));
        }

        @Override
        public String toString() {
            return "Document[" + url + "]";
        }
    }

    private final Talk talk;

    Discovery(Talk talk) {
        this.talk = talk;
    }

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("authorization_endpoint", "authUrl");
        keys.put("token_endpoint", "accessTokenUrl");
        keys.put("device_authorization_endpoint", "deviceUrl");
        keys.put("revocation_endpoint", "revokeUrl");
        keys.put("introspection_endpoint", "introspectUrl");
        keys.put("userinfo_endpoint", "userinfoUrl");
        return keys;
    }

    Logins.Discovered discover(String url) {
        try {
            var document = read(url);
            return new Logins.Discovered.Metadata(document.issuer(), values(document), texts(document.fields().get("scopes_supported")),
                    texts(document.fields().get("grant_types_supported")), notes(document));
        } catch (NoToken e) {
            return new Logins.Discovered.Nothing(e.finding());
        }
    }

    Document read(String url) throws NoToken {
        var base = base(url);
        Reply first = null;
        for (var place : places(url.strip())) {
            var reply = get(place);
            var fields = reply.good() ? reply.fields() : Map.<String, Object>of();
            if (fields.containsKey("token_endpoint") || fields.containsKey("authorization_endpoint") || fields.get("issuer") instanceof String) {
                return new Document(reply.url(), base, fields, reply.text());
            }
            if (reply.failure() != null) {
                throw new NoToken(Doctor.of(reply.evidence(Evidence.Stage.DISCOVERY, asked(url), "")));
            }
            first = first == null ? reply : first;
        }
        throw new NoToken(Doctor.of(first.evidence(Evidence.Stage.DISCOVERY, asked(url), "")));
    }

    private static OAuthSettings asked(String url) {
        return new OAuthSettings(new Auth("oauth2", Map.of("issuer", url)));
    }

    private static String base(String url) {
        var text = url.strip();
        var known = text.indexOf(WELL_KNOWN);
        return known < 0 ? text : text.substring(0, known);
    }

    static List<String> places(String url) throws NoToken {
        if (!url.matches("(?i)https?://[^/?#\\s]+.*")) {
            throw new NoToken(url.isEmpty() ? Faults.missing(List.of("Issuer")) : Faults.badUrl("The issuer", url, "it does not begin with https:// or http:// and a host"));
        }
        if (url.contains(WELL_KNOWN) || url.split("[?#]", 2)[0].endsWith(".json")) {
            return List.of(url);
        }
        var issuer = url.split("[?#]", 2)[0].replaceFirst("/+$", "");
        var path = issuer.indexOf('/', issuer.indexOf("//") + 2);
        var host = path < 0 ? issuer : issuer.substring(0, path);
        var rest = path < 0 ? "" : issuer.substring(path);
        return List.copyOf(new LinkedHashSet<>(List.of(issuer + WELL_KNOWN + "openid-configuration", host + WELL_KNOWN + "oauth-authorization-server" + rest,
                host + WELL_KNOWN + "openid-configuration" + rest)));
    }

    private Reply get(String url) throws NoToken {
        var place = url;
        for (var hop = 0;; hop++) {
            var reply = talk.send(new Wire("GET", place, List.of(new Header("Accept", "application/json")), Payload.empty()), "Discovery");
            var next = reply.status() / 100 == 3 ? Header.first(reply.response().headers(), "Location").orElse("") : "";
            if (next.isBlank() || hop == REDIRECTS) {
                return reply;
            }
            try {
                place = URI.create(place).resolve(next.strip()).toString();
            } catch (IllegalArgumentException e) {
                return reply;
            }
        }
    }

    /// What goes into the form: the endpoints, where to ask again, and the client's proof where the server takes none of the usual two in the header.
    static Map<String, String> values(Document document) {
        var values = new LinkedHashMap<String, String>();
        values.put("issuer", document.base());
        KEYS.forEach((name, key) -> {
            if (document.fields().get(name) instanceof String url && !url.isBlank()) {
                values.put(key, url);
            }
        });
        var ways = texts(document.fields().get("token_endpoint_auth_methods_supported"));
        if (!ways.isEmpty() && !ways.contains("client_secret_basic") && ways.contains("client_secret_post")) {
            values.put("client_authentication", "body");
        }
        return values;
    }

    /// The endpoints for a client that proves itself by its certificate, where they differ (RFC 8705 §5).
    static Map<String, String> certificateValues(Document document) {
        var values = new LinkedHashMap<String, String>();
        if (document.fields().get("mtls_endpoint_aliases") instanceof Map<?, ?> aliases) {
            KEYS.forEach((name, key) -> {
                if (aliases.get(name) instanceof String url && !url.isBlank()) {
                    values.put(key, url);
                }
            });
        }
        return values;
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList() : List.of();
    }

    private static List<Finding> notes(Document document) {
        var notes = new ArrayList<Finding>();
        var issuer = document.issuer();
        if (!issuer.isEmpty() && !issuer.replaceFirst("/+$", "").equals(document.base().replaceFirst("/+$", ""))) {
            notes.add(Doctor.otherIssuer(document.base(), issuer));
        }
        if (issuer.isEmpty()) {
            notes.add(new Finding("issuer-unsaid", "The document does not say which issuer it is of.", "Its URLs can be used; id tokens and redirects cannot be compared with it.", List.of()));
        }
        if (document.url().endsWith("/openid-configuration")) {
            try {
                OIDCProviderMetadata.parse(document.text());
            } catch (ParseException | RuntimeException e) {
                notes.add(new Finding("metadata-incomplete", "The document is not all that OpenID Connect asks for: " + e.getMessage() + ".", "What it has was taken; look through the other fields.",
                        List.of()));
            }
        }
        return notes;
    }
}
