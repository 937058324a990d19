package dev.posthorn.auth;

import dev.posthorn.auth.Field.Choice;
import dev.posthorn.auth.Field.Flag;
import dev.posthorn.auth.Field.Option;
import dev.posthorn.auth.Field.Secret;
import dev.posthorn.auth.Field.Text;
import dev.posthorn.model.Auth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A token of Creatio's Identity Service, got with client id and secret and renewed by itself.
///
/// From Creatio's "OAuth 2.0 authorization": the token comes from `{identity}/connect/token` by the grant client credentials; a scope `ApplicationAccess_…` comes without being asked for.
public final class CreatioOAuthAuth implements AuthType {

    public static final String ID = "creatioOAuth";
    static final String LABEL = "Creatio OAuth 2.0";

    private static final Text IDENTITY = new Text("identityUrl", "Identity URL", "", "https://identity.mysite.com:8090");
    private static final Text BASE = new Text("baseUrl", "Creatio URL", "", "https://mysite.creatio.com, for \"What can I call\"");
    private static final Choice PLATFORM = new Choice("platform", "Platform", "framework", List.of(new Option("framework", ".NET Framework: services below /0"), new Option("net", ".NET: services without /0")));
    private static final Text CLIENT = new Text("clientId", "Client ID", "", "");
    private static final Secret SECRET = new Secret("clientSecret", "Client secret", "");
    private static final Choice GRANT = new Choice("grant_type", "Grant type", "client_credentials", List.of(new Option("client_credentials", "Client Credentials"),
            new Option("authorization_code_with_pkce", "Authorization Code (with PKCE)"), new Option("device_code", "Device Code")));
    private static final Choice PROOF = new Choice("client_authentication", "Client Authentication", "body", List.of(new Option("body", "Send client credentials in body"),
            new Option("header", "Send as Basic Auth header"), new Option("query", "Send in the query of a GET")));
    private static final Text REDIRECT = new Text("redirect_uri", "Callback URL", "", "empty for a free port of this machine");
    private static final Text SCOPE = new Text("scope", "Scope", "", "none: the server gives ApplicationAccess_…");
    private static final Text TOKEN_URL = new Text("accessTokenUrl", "Token URL", "", "{identity URL}/connect/token");
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
        return "Gets a token of Creatio's Identity Service with client ID and secret, sends it, and renews it when it expires.";
    }

    @Override
    public List<Field> fields() {
        return List.of(IDENTITY, CLIENT, SECRET, BASE, PLATFORM, GRANT, REDIRECT, SCOPE, PROOF, TOKEN_URL, REFRESH, VendorTokens.LOGIN);
    }

    @Override
    public List<Section> form(Auth values) {
        var more = new ArrayList<Field>(List.of(GRANT));
        if (values.text("grant_type").startsWith("authorization_code")) {
            more.add(REDIRECT);
        }
        more.addAll(List.of(SCOPE, PROOF, TOKEN_URL, REFRESH));
        return List.of(new Section("", List.of(IDENTITY, CLIENT, SECRET, BASE, PLATFORM), true), new Section("Advanced", more, false));
    }

    @Override
    public Optional<Auth> oauth(Auth values) {
        var identity = SiteUrl.of(values.text("identityUrl"));
        var known = identity.indexOf("/.well-known/");
        var issuer = known < 0 ? identity : identity.substring(0, known);
        var settings = new LinkedHashMap<String, Object>();
        settings.put("tokenName", "Creatio");
        settings.put("issuer", issuer);
        VendorTokens.copy(values, settings, "grant_type", "clientId", "clientSecret", "client_authentication", "redirect_uri", "scope", "autoRefresh", "login");
        var url = values.text("accessTokenUrl").strip();
        settings.put("accessTokenUrl", !url.isEmpty() || issuer.isEmpty() ? url : issuer + "/connect/token");
        return Optional.of(new Auth("oauth2", settings));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return new VendorTokens(LABEL, VendorTokens.missing(values, IDENTITY, CLIENT), oauth(values).orElseThrow(), finding -> switch (finding.fault()) {
            case "html-instead-of-json", "wrong-url" -> VendorTokens.advised(finding, "The Identity URL is that of the Identity Service, a program of its own beside Creatio (port 8090 by default), not the address of Creatio. "
                    + "\"Check\" in the Authorization tab says what is there.");
            default -> finding;
        }).signing(around);
    }
}
