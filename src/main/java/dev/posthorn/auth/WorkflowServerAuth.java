package dev.posthorn.auth;

import dev.posthorn.auth.Field.Choice;
import dev.posthorn.auth.Field.Flag;
import dev.posthorn.auth.Field.Option;
import dev.posthorn.auth.Field.Secret;
import dev.posthorn.auth.Field.Text;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The access control of a Workflow Server: none, its API access token in every request, or a token of OpenID Connect that is got with it.
///
/// From Workflow Server's "Workflow API". That the token goes into the JSON object of the body where there is one is assumed, so the place can be chosen.
public final class WorkflowServerAuth implements AuthType {

    public static final String ID = "workflowServer";
    static final String LABEL = "Workflow Server";

    private static final Text SERVER = new Text("serverUrl", "Server URL", "", "http://localhost:8077");
    private static final Choice MODE = new Choice("mode", "Access control", "open", List.of(new Option("open", "Open: none"), new Option("token", "API access token"), new Option("oidc", "OpenID Connect")));
    private static final Secret TOKEN = new Secret("token", "API access token", "");
    private static final Choice PLACE = new Choice("place", "Send it", "automatic", List.of(new Option("automatic", "In the JSON of the body where there is one, else in the query"),
            new Option("query", "In the query"), new Option("body", "In the JSON of the body")));
    private static final Text CLIENT = new Text("clientId", "Client ID", "workflowapi", "");
    private static final Text TOKEN_URL = new Text("accessTokenUrl", "Token URL", "", "found from the server's description");
    private static final Choice PROOF = new Choice("client_authentication", "Client Authentication", "body", List.of(new Option("body", "Send client credentials in body"),
            new Option("header", "Send as Basic Auth header"), new Option("query", "Send in the query of a GET")));
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
        return "Proves itself to a Workflow Server: by its API access token in every request, or by a token of OpenID Connect that is got with it.";
    }

    @Override
    public List<Field> fields() {
        return List.of(SERVER, MODE, TOKEN, PLACE, CLIENT, PROOF, TOKEN_URL, REFRESH, VendorTokens.LOGIN);
    }

    @Override
    public List<Section> form(Auth values) {
        return switch (values.text("mode")) {
            case "token" -> List.of(new Section("", List.of(SERVER, MODE, TOKEN, PLACE), true));
            case "oidc" -> List.of(new Section("", List.of(SERVER, MODE, CLIENT, TOKEN), true), new Section("Advanced", List.of(PROOF, TOKEN_URL, REFRESH), false));
            default -> List.of(new Section("", List.of(SERVER, MODE), true));
        };
    }

    @Override
    public Optional<Auth> oauth(Auth values) {
        if (!values.text("mode").equals("oidc")) {
            return Optional.empty();
        }
        var settings = new LinkedHashMap<String, Object>();
        settings.put("tokenName", "Workflow Server");
        settings.put("grant_type", "client_credentials");
        settings.put("issuer", SiteUrl.of(values.text("serverUrl")));
        VendorTokens.copy(values, settings, "client_authentication", "clientId", "accessTokenUrl", "autoRefresh", "login");
        settings.put("clientSecret", values.text("token"));
        return Optional.of(new Auth("oauth2", settings));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return switch (values.text("mode")) {
            case "token" -> new TokenField(values.text("token"), values.text("place")).signing(LABEL);
            case "oidc" -> {
                var missing = new ArrayList<>(values.text("accessTokenUrl").isBlank() ? VendorTokens.missing(values, SERVER) : List.of());
                missing.addAll(VendorTokens.missing(values, CLIENT, TOKEN));
                yield new VendorTokens(LABEL, missing, oauth(values).orElseThrow(), finding -> switch (finding.fault()) {
                    case "html-instead-of-json", "wrong-url" -> new Finding(finding.fault(), finding.sentence(),
                            "OpenID Connect may not be switched on at this server: choose \"API access token\" or \"Open\" then. Else compare the Server URL (port 8077 by default).",
                            List.of(new Mend.Change("Use the API access token", Map.of("mode", "token"))));
                    case "client-unknown", "client-refused", "credentials-refused" -> VendorTokens.advised(finding, "The secret is the server's API access token; the client ID is workflowapi, or one that was registered at the server (from 9.0).");
                    default -> finding;
                }).signing(around);
            }
            default -> Signing.adding(wire -> new AuthType.Signed.Ready(wire, List.of(Working.note("Nothing is added: the server is open. Where it answers 401 or 403, choose how it controls access."))));
        };
    }
}
