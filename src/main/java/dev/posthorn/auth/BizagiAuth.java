package dev.posthorn.auth;

import dev.posthorn.auth.Field.Area;
import dev.posthorn.auth.Field.Choice;
import dev.posthorn.auth.Field.Flag;
import dev.posthorn.auth.Field.Option;
import dev.posthorn.auth.Field.Secret;
import dev.posthorn.auth.Field.Text;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A token of a Bizagi project: the base64 of client id and secret, the scope and the way back from the login page are taken care of.
///
/// From Bizagi's "Getting started" with its OData services: applications are registered in the Work portal, Admin › Security › OAuth2 Applications; the token request has a Basic header
/// and a form with grant and scope. Paths are assumed, so they are fields.
public final class BizagiAuth implements AuthType {

    public static final String ID = "bizagi";
    static final String LABEL = "Bizagi";

    /// Where a login at "Mobile title bar browser" comes back to: nowhere, the page bears the code in its title.
    static final String TITLE = "urn:ietf:wg:oauth:2.0:oob";

    private static final Text PROJECT = new Text("projectUrl", "Project URL", "", "https://environment-project-company.bizagi.com");
    private static final Text CLIENT = new Text("clientId", "Client ID", "", "");
    private static final Secret SECRET = new Secret("clientSecret", "Client secret", "");
    private static final Choice GRANT = new Choice("grant_type", "Grant type", "client_credentials", List.of(new Option("client_credentials", "Client credentials"),
            new Option("authorization_code", "Authorization code")));
    private static final Choice SCOPE = new Choice("scope", "Scope", "", List.of(new Option("", "As recommended for the grant"), new Option("api", "api"), new Option("login", "login"),
            new Option("login api", "login and api"), new Option("all", "all")));
    private static final Choice STRATEGY = new Choice("redirectStrategy", "Redirect strategy", "localhost", List.of(new Option("localhost", "Mobile localhost port"),
            new Option("web", "Web application"), new Option("title", "Mobile title bar browser")));
    private static final Text PORT = new Text("redirectPort", "Port", "47824", "registered as https://localhost:47824/");
    private static final Text REDIRECT = new Text("redirect_uri", "Redirect URI", "", "https://…, as it is registered");
    private static final Choice PROOF = new Choice("client_authentication", "Client proof", "header", List.of(new Option("header", "Client secret, in a Basic header"),
            new Option("body", "Client secret, in the body"), new Option("query", "Client secret, in the query of a GET"),
            new Option("private_key_jwt", "Client certificate: a signed JWT")));
    private static final Area KEY = new Area("privateKey", "Private key", "", "-----BEGIN PRIVATE KEY----- or a JWK", Field.Written.PEM, true);
    private static final Text KEY_ID = new Text("keyId", "Key ID", "", "");
    private static final Choice ALGORITHM = new Choice("assertionAlgorithm", "Algorithm", "", List.of(new Option("", "RS256"), new Option("RS384", "RS384"), new Option("RS512", "RS512"),
            new Option("PS256", "PS256"), new Option("ES256", "ES256"), new Option("ES384", "ES384"), new Option("ES512", "ES512")));
    private static final Text AUDIENCE = new Text("assertionAudience", "Audience", "", "the token address");
    private static final Text TOKEN_PATH = new Text("tokenPath", "Token path", "/oauth2/server/token", "");
    private static final Text AUTHORIZE_PATH = new Text("authorizePath", "Authorize path", "/oauth2/server/authorize", "");
    private static final Text LIFETIME = new Text("tokenLifetime", "Token lifetime", "", "minutes, where the server does not say it");
    private static final Flag REFRESH = new Flag("autoRefresh", "Renew the token by itself", true);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return LABEL;
    }

    @Override
    public String summary() {
        return "Gets a token of a Bizagi project for its OData services, with the client ID and secret of the Work portal's OAuth2 application.";
    }

    @Override
    public List<Field> fields() {
        return List.of(PROJECT, CLIENT, SECRET, GRANT, SCOPE, STRATEGY, PORT, REDIRECT, PROOF, KEY, KEY_ID, ALGORITHM, AUDIENCE, TOKEN_PATH, AUTHORIZE_PATH, LIFETIME, REFRESH, VendorTokens.LOGIN);
    }

    @Override
    public List<Section> form(Auth values) {
        var main = new ArrayList<Field>(List.of(PROJECT, CLIENT, PROOF));
        if (signed(values)) {
            main.addAll(List.of(KEY, KEY_ID, ALGORITHM, AUDIENCE));
        } else {
            main.add(SECRET);
        }
        main.addAll(List.of(GRANT, SCOPE));
        if (person(values)) {
            main.add(STRATEGY);
            main.add(localhost(values) ? PORT : REDIRECT);
        }
        var more = new ArrayList<Field>(List.of(TOKEN_PATH));
        if (person(values)) {
            more.add(AUTHORIZE_PATH);
        }
        more.addAll(List.of(LIFETIME, REFRESH));
        return List.of(new Section("", main, true), new Section("Advanced", more, false));
    }

    private static boolean signed(Auth values) {
        return values.text("client_authentication").equals("private_key_jwt");
    }

    private static boolean person(Auth values) {
        return values.text("grant_type").equals("authorization_code");
    }

    private static boolean localhost(Auth values) {
        return values.text("redirectStrategy").isEmpty() || values.text("redirectStrategy").equals("localhost");
    }

    @Override
    public Optional<Auth> oauth(Auth values) {
        var project = SiteUrl.of(values.text("projectUrl"));
        var settings = new LinkedHashMap<String, Object>();
        settings.put("tokenName", "Bizagi");
        VendorTokens.copy(values, settings, "grant_type", "clientId", "client_authentication", "privateKey", "keyId", "assertionAlgorithm", "assertionAudience", "autoRefresh", "login");
        if (!signed(values)) {
            VendorTokens.copy(values, settings, "clientSecret");
        }
        settings.put("basicEncoding", "plain");
        settings.put("noRefreshTokens", "true");
        var scope = values.text("scope");
        settings.put("scope", scope.isBlank() ? person(values) ? "login api" : "api" : scope);
        settings.put("accessTokenUrl", at(project, values.text("tokenPath")));
        settings.put("tokenMinutes", values.text("tokenLifetime").strip());
        if (person(values)) {
            settings.put("authUrl", at(project, values.text("authorizePath")));
            settings.put("redirect_uri", redirect(values));
            settings.put("redirectStrategy", values.text("redirectStrategy"));
        }
        return Optional.of(new Auth("oauth2", settings));
    }

    /// A path below the project, or a whole address.
    private static String at(String project, String path) {
        var text = path.strip();
        return text.contains("://") || project.isEmpty() ? text.contains("://") ? text : "" : project + (text.startsWith("/") ? "" : "/") + text;
    }

    private static String redirect(Auth values) {
        var typed = values.text("redirect_uri").strip();
        return localhost(values) ? "https://localhost:" + values.text("redirectPort").strip() + "/" : values.text("redirectStrategy").equals("title") && typed.isEmpty() ? TITLE : typed;
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        var missing = new ArrayList<>(VendorTokens.missing(values, PROJECT, CLIENT));
        missing.addAll(signed(values) ? VendorTokens.missing(values, KEY) : VendorTokens.missing(values, SECRET));
        return new VendorTokens(LABEL, missing, oauth(values).orElseThrow(), BizagiAuth::hint).signing(around);
    }

    private static Finding hint(Finding finding) {
        return switch (finding.fault()) {
            case "html-instead-of-json", "wrong-url" -> VendorTokens.advised(finding, "The Project URL is where users open the Work portal: http(s)://server/project, or https://environment-project-company.bizagi.com. "
                    + "Where the paths differ at your version, they are fields under \"Advanced\".");
            case "scope-not-registered" -> VendorTokens.advised(finding, "Bizagi's scopes in the token request are login, api and all, not the names of the registration; the application must be registered for them "
                    + "(Work portal, Admin › Security › OAuth2 Applications).");
            default -> finding;
        };
    }
}
