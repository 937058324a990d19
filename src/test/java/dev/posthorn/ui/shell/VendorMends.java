package dev.posthorn.ui.shell;

import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The mends that the doctor of the vendors offers, at the demo server: in answers, and beside the forms.
abstract class VendorMends extends PersonMends {

    Map<String, Object> creatio(String... pairs) {
        return with(Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "Supervisor"), pairs);
    }

    Map<String, Object> bizagi(String scope) {
        return Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "scope", scope);
    }

    Map<String, Object> workflow(String server, String... pairs) {
        return with(Map.of("serverUrl", server, "token", "workflow-demo-token"), pairs);
    }

    static Map<String, Object> with(Map<String, Object> values, String... pairs) {
        var all = new HashMap<>(values);
        for (var i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    void fault(Fault fault, boolean on) {
        if (on) {
            demo.vendors().faults().set(fault, 5);
        } else {
            demo.vendors().faults().clear(fault);
        }
    }

    static final String CONTACT = "/0/odata/Contact?$top=1";
    static final String EXISTS = "/workflowapi/isprocessexists/0b9a1d4e-8f6b-4d7e-9a43-2b1c5f0e7d11";

    Stream<Row> vendors() {
        return Stream.of(
                row("Creatio: the CSRF header is not sent", "VendorDoctor Change", () -> mended("/creatio" + CONTACT, "creatioSession", creatio("csrf", "never"), 403, "Send BPMCSRF where there is the cookie")),
                row("Creatio: the protection was switched on since", "VendorDoctor LogIn", () -> {
                    fault(Fault.CSRF_OFF, true);
                    show("/creatio" + CONTACT, "creatioSession", creatio());
                    fire("#session-log-in");
                    window.until("somebody is logged in", () -> window.says("The first call opens"));
                    fault(Fault.CSRF_OFF, false);
                    answers(403);
                    loggedIn(() -> press("Log in now"), "creatio.logins");
                    answers(200);
                }),
                row("Creatio: a fresh session is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.SESSION_LOST, true);
                    show("/creatio" + CONTACT, "creatioSession", creatio("username", "ann", "password", "secret"));
                    answers(401);
                    fault(Fault.SESSION_LOST, false);
                    loggedIn(() -> press("Log in now"), "creatio.logins");
                    answers(200);
                }),
                row("Creatio: the platform is the other one", "VendorDoctor Change, VendorDoctor Change", () -> {
                    show("/creatio-net" + CONTACT, "creatioSession", creatio("baseUrl", demo.address() + "/creatio-net", "platform", "net"));
                    answers(404);
                    press("The site runs on .NET Framework");
                    set("platform", "framework");
                    show("/creatio/odata/Contact?$top=1", "creatioSession", creatio());
                    answers(404);
                    press("The site runs on .NET");
                    set("platform", "net");
                }),
                row("Creatio: the token is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.TOKEN_REFUSED, true);
                    show("/creatio" + CONTACT, "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret"));
                    answers(401);
                    fault(Fault.TOKEN_REFUSED, false);
                    loggedIn(() -> press("Get another token"), "creatio-identity.tokens");
                    answers(200);
                }),
                row("Bizagi: the scope is too small", "VendorDoctor Change, VendorDoctor Change, VendorDoctor LogIn", () -> {
                    mended("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"), 403, "Ask for login and api");
                    mended("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"), 403, "Ask for all");
                    show("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"));
                    answers(403);
                    loggedIn(() -> press("Get another token"), "bizagi.tokens");
                }),
                row("Workflow Server: it is not open", "VendorDoctor Change, VendorDoctor Change", () -> {
                    mended("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "open"), 403, "Use the API access token");
                    mended("/workflow-oidc" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow-oidc", "mode", "token"), 401, "Use OpenID Connect");
                }),
                row("Workflow Server: the token counts in the query alone", "VendorDoctor Change", () -> {
                    stub.admit(403, "", call -> String.valueOf(call.getRequestURI().getQuery()).contains("token="));
                    show(Request.get(stub.at("/workflowapi/x")).withMethod("POST").withBody(new Body.Raw("{}", "json")).withAuth(new Auth("workflowServer", workflow(stub.at(""), "mode", "token"))));
                    answers(403);
                    press("Send it in the query");
                    answers(200);
                }),
                row("Workflow Server: the token of OpenID Connect is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.TOKEN_REFUSED, true);
                    show("/workflow-oidc" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow-oidc", "mode", "oidc"));
                    answers(401);
                    fault(Fault.TOKEN_REFUSED, false);
                    loggedIn(() -> press("Get another token"), "workflow-oidc.tokens");
                    answers(200);
                }));
    }

    void mended(String path, String type, Map<String, Object> values, int status, String label) {
        show(path, type, values);
        answers(status);
        press(label);
        answers(200);
    }

    void loggedIn(Runnable press, String count) {
        var before = demo.vendors().counts().of(count);
        press.run();
        window.until("there was another login", () -> demo.vendors().counts().of(count) > before);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    Stream<Row> forms() {
        return Stream.of(
                row("Creatio: the site has moved", "LoginAnswer Change", () -> {
                    stub.login(demo.address() + "/creatio/ServiceModel/AuthService.svc/Login");
                    show("/creatio" + CONTACT, "creatioSession", creatio("baseUrl", stub.at("/old")));
                    fire("#session-log-in");
                    press("Take the new base URL");
                    set("baseUrl", demo.address() + "/creatio");
                    answers(200);
                }),
                row("Creatio: the password has expired", "LoginAnswer Copy", () -> copiesAddress("{\"Code\":1,\"PasswordChangeUrl\":\"/change\"}", stub.at("/change"))),
                row("Creatio: people are sent elsewhere", "LoginAnswer Copy", () -> copiesAddress("{\"Code\":4,\"RedirectUrl\":\"https://login.example.com/\"}", "https://login.example.com/")),
                row("Creatio: the identity server names another token URL", "IdentityCheck Change", () -> {
                    show(stub.at("/0/odata/Contact"), "creatioOAuth", Map.of("identityUrl", stub.at(""), "clientId", "c", "clientSecret", "never-shown"));
                    fails();
                    fire("#vendor-check");
                    press("Take the server's token URL");
                    set("accessTokenUrl", stub.at("/token"));
                    answers(200);
                }),
                row("Workflow Server: it has no OpenID Connect", "WorkflowServerAuth Change", () -> {
                    show("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "oidc"));
                    fails();
                    press("Use the API access token");
                    answers(200);
                }),
                row("Workflow Server: its check finds no OpenID Connect", "IdentityCheck Change", () -> {
                    show("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "oidc"));
                    fire("#vendor-check");
                    press("Use the API access token");
                    set("mode", "token");
                    answers(200);
                }));
    }

    void copiesAddress(String said, String address) {
        stub.login(said);
        show(stub.at("/0/rest/X/Y"), "creatioSession", creatio("baseUrl", stub.at(""), "username", "user-" + ++clients));
        fails();
        press("Copy the address");
        copied(address);
    }
}
