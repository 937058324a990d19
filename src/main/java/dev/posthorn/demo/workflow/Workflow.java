package dev.posthorn.demo.workflow;

import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.ClientProof;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import dev.posthorn.demo.vendor.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A Workflow Server: the methods of its Workflow API, behind the access control of its mode.
public final class Workflow {

    /// The API access token of those that have one.
    public static final String TOKEN = "workflow-demo-token";

    /// Client id → secret.
    private static final Map<String, String> CLIENTS = Map.of("workflowapi", TOKEN, "workflow-client", "workflow-client-secret");
    private static final long LIFETIME = 3600;

    private final Stage stage;
    private final String name;
    private final Mode mode;
    private final Engine engine;
    private final Tokens tokens;

    /// How a Workflow Server lets callers in.
    public enum Mode { OPEN, TOKEN, OPENID }

    /// @param name the first part of its paths
    public Workflow(Stage stage, String name, Mode mode) {
        this.stage = stage;
        this.name = name;
        this.mode = mode;
        engine = new Engine(stage);
        tokens = new Tokens(stage);
    }

    public String name() {
        return name;
    }

    public Answer answer(Asked asked) {
        var path = asked.path().substring(name.length() + 1);
        if (path.startsWith("/workflowapi/")) {
            return api(asked, Asked.segments(path.substring("/workflowapi".length())));
        }
        return switch (path) {
            case "/openapi.json" -> Answer.json(200, OpenApi.of(asked.origin() + "/" + name, mode));
            case "/.well-known/openid-configuration" -> mode == Mode.OPENID ? discovery(asked) : missing(asked);
            case "/connect/token" -> mode == Mode.OPENID ? token(asked) : missing(asked);
            case "", "/" -> Answer.page(200, "Workflow Server (played by the demo server)", "<p>Its methods are below <code>/" + name + "/workflowapi/</code>; its OpenAPI document is <a href=\"/" + name
                    + "/openapi.json\">openapi.json</a>.</p>");
            default -> missing(asked);
        };
    }

    private static Answer missing(Asked asked) {
        asked.note().wrong("There is nothing of a Workflow Server at this path in this mode.");
        return Answer.page(404, "404 - Not Found", "<p>There is nothing here.</p>");
    }

    private Answer discovery(Asked asked) {
        if (stage.faults().has(Fault.IDENTITY_HTML)) {
            asked.note().wrong("Fault: a page instead of JSON.");
            return Pages.application("Welcome to the application");
        }
        if (stage.faults().has(Fault.IDENTITY_NOT_FOUND)) {
            return missing(asked);
        }
        var url = asked.origin() + "/" + name;
        var told = new LinkedHashMap<String, Object>();
        told.put("issuer", url);
        told.put("token_endpoint", url + "/connect/token");
        told.put("grant_types_supported", List.of("client_credentials"));
        told.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        told.put("scopes_supported", List.of("workflowapi"));
        return Answer.json(200, told);
    }

    private Answer token(Asked asked) {
        var faults = stage.faults();
        stage.counts().add(name + ".tokens.asked");
        faults.wait(Fault.TOKEN_SLOW);
        if (faults.has(Fault.IDENTITY_HTML)) {
            asked.note().wrong("Fault: a page instead of JSON.");
            return Pages.application("Welcome to the application");
        }
        var proof = ClientProof.of(asked, faults);
        asked.note().who(proof.id());
        var wrong = proof.refused(CLIENTS);
        var grant = proof.fields().getOrDefault("grant_type", "");
        if (!wrong.isEmpty()) {
            asked.note().wrong(wrong);
            return Answer.json(400, Map.of("error", "invalid_client")).unkept();
        }
        if (!grant.equals("client_credentials")) {
            asked.note().wrong("The grant \"" + grant + "\" is not known: client_credentials.");
            return Answer.json(400, Map.of("error", "unsupported_grant_type")).unkept();
        }
        var token = tokens.issue(proof.id(), "", List.of("workflowapi"), LIFETIME);
        stage.counts().add(name + ".tokens");
        var told = new LinkedHashMap<String, Object>();
        told.put("access_token", token.value());
        told.put("expires_in", tokens.told(LIFETIME));
        told.put("token_type", "Bearer");
        told.put("scope", "workflowapi");
        return Answer.json(200, told).unkept();
    }

    private Answer api(Asked asked, List<String> segments) {
        stage.counts().add(name + ".calls");
        var disturbed = stage.disturbed(asked);
        if (disturbed != null) {
            return disturbed;
        }
        try {
            var arguments = Arguments.of(asked);
            var refused = refused(asked, arguments);
            return refused != null ? refused : stage.spoiled(asked, run(asked, segments, arguments));
        } catch (EngineError e) {
            return error(asked, 200, e.code(), e.getMessage());
        }
    }

    private Answer run(Asked asked, List<String> segments, Arguments arguments) throws EngineError {
        var method = segments.isEmpty() ? "" : segments.getFirst();
        var alone = method.equals("startruntime") || method.equals("stopruntime");
        if (!Engine.METHODS.containsKey(method) || segments.size() != (alone ? 1 : 2)) {
            return error(asked, 404, "MethodNotFound", "There is no such method: " + String.join(", ", Engine.METHODS.keySet()) + "; all but the last two with an id or code behind them.");
        }
        if (!asked.is("GET") && !asked.is("POST")) {
            return error(asked, 405, "MethodNotAllowed", "The methods are for GET and POST.").with("Allow", "GET, POST");
        }
        if (stage.faults().strikes(Fault.WORKFLOW_FAILS)) {
            throw new EngineError("Unknown", "Fault: the engine fails.");
        }
        var data = engine.run(method, alone ? "" : segments.get(1), arguments);
        var told = new LinkedHashMap<String, Object>();
        told.put("success", true);
        if (data != null) {
            told.put("data", data);
        }
        return Answer.json(200, told);
    }

    /// Null where the caller may pass.
    private Answer refused(Asked asked, Arguments arguments) {
        return switch (mode) {
            case OPEN -> null;
            case TOKEN -> {
                var sent = arguments.text("token");
                var right = sent.equals(TOKEN) && !stage.faults().has(Fault.WORKFLOW_TOKEN_REFUSED);
                yield right ? null : error(asked, 403, "AccessDenied", sent.isEmpty() ? "Access denied: the field token is missing." : "Access denied: the token is invalid.");
            }
            case OPENID -> {
                var token = tokens.good(asked.bearer());
                token.ifPresent(t -> asked.note().who(t.client()));
                var right = token.isPresent() && !stage.faults().has(Fault.TOKEN_REFUSED);
                yield right ? null : error(asked, 401, "Unauthorized", asked.bearer().isEmpty() ? "There is no token in the header Authorization." : "The token is expired, or not known here.")
                        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            }
        };
    }

    private static Answer error(Asked asked, int status, String code, String sentence) {
        asked.note().wrong(sentence);
        var told = new LinkedHashMap<String, Object>();
        told.put("success", false);
        told.put("error", sentence);
        told.put("errorCode", code);
        return Answer.json(status, told);
    }

    /// Every token counts as expired from now on.
    public void expireTokens() {
        tokens.expire();
    }

    public void reset() {
        engine.reset();
        tokens.reset();
    }
}
