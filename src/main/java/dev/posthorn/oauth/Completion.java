package dev.posthorn.oauth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes settings ready for a login: the application's values over them, absent endpoints found from the issuer, and what is still empty named.
final class Completion {

    private final Talk talk;
    private Discovery.Document document;

    Completion(Talk talk) {
        this.talk = talk;
    }

    /// @param application the id of one; empty for the one that the settings name, or none
    static OAuthSettings effective(OAuthSettings settings, String application, Applications applications) throws NoToken {
        var id = application.isEmpty() ? settings.application() : application;
        return id.isEmpty() ? settings : settings.under(applications.find(id).orElseThrow(() -> new NoToken(Faults.noApplication(id))));
    }

    /// Everything that this grant needs.
    OAuthSettings forGrant(OAuthSettings settings, Grant grant) throws NoToken {
        var full = endpoints(settings, needs(grant).keySet().stream().filter(k -> k.endsWith("Url")).toList());
        var missing = new ArrayList<String>();
        needs(grant).forEach((key, label) -> {
            if (full.text(key).isEmpty()) {
                missing.add(label);
            }
        });
        if (grant == Grant.JWT_BEARER && full.text("assertion").isEmpty() && full.text("privateKey").isEmpty() && !full.text("assertionAlgorithm").startsWith("HS")) {
            missing.add("Assertion, or a private key to make one");
        }
        if (!missing.isEmpty()) {
            throw new NoToken(Faults.missing(missing));
        }
        return full;
    }

    /// The settings with these endpoints, as far as they are known or the issuer tells.
    OAuthSettings endpoints(OAuthSettings settings, List<String> keys) throws NoToken {
        if (settings.text("issuer").isEmpty() || keys.stream().noneMatch(key -> settings.text(key).isEmpty())) {
            return settings;
        }
        var found = new LinkedHashMap<>(Discovery.values(metadata(settings)));
        found.remove("client_authentication");
        if (settings.proof() == ClientProof.CERTIFICATE) {
            found.putAll(Discovery.certificateValues(document));
        }
        return settings.completed(found);
    }

    Discovery.Document metadata(OAuthSettings settings) throws NoToken {
        if (document == null) {
            document = new Discovery(talk).read(settings.text("issuer"));
        }
        return document;
    }

    /// Reads the metadata where the settings name an issuer, to compare answers with. A login does not fail for want of them.
    void consult(OAuthSettings settings) throws NoToken {
        if (settings.text("issuer").isEmpty() || document != null) {
            return;
        }
        try {
            metadata(settings);
        } catch (NoToken e) {
            if (!(e.result() instanceof LoginResult.Failed)) {
                throw e;
            }
            talk.info("Discovery", "The issuer could not be asked, so its answers cannot be compared with its own words: " + e.finding().sentence());
        }
    }

    /// What was read of the issuer; empty where nobody asked.
    Optional<Discovery.Document> read() {
        return Optional.ofNullable(document);
    }

    private static Map<String, String> needs(Grant grant) {
        var needs = new LinkedHashMap<String, String>();
        if (grant == Grant.AUTHORIZATION_CODE || grant == Grant.PKCE || grant == Grant.IMPLICIT) {
            needs.put("authUrl", "Auth URL");
        }
        if (grant == Grant.DEVICE_CODE) {
            needs.put("deviceUrl", "Device Code URL");
        }
        if (grant != Grant.IMPLICIT) {
            needs.put("accessTokenUrl", "Access Token URL");
        }
        switch (grant) {
            case PASSWORD -> needs.put("username", "Username");
            case TOKEN_EXCHANGE -> needs.put("subject_token", "Subject Token");
            case JWT_BEARER -> { }
            case AUTHORIZATION_CODE, PKCE, IMPLICIT, CLIENT_CREDENTIALS, DEVICE_CODE -> needs.put("clientId", "Client ID");
        }
        return needs;
    }
}
