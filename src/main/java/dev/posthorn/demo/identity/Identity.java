package dev.posthorn.demo.identity;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// An identity server to try logins on: people, clients, every grant, and every fault that can be met. What it knows is in memory and made up.
public final class Identity {

    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";

    private final Ledger ledger;
    private final Keys keys = new Keys();
    private final Clients clients = new Clients();
    private final Faults faults = new Faults();
    private final Counts counts = new Counts();
    private final Devices devices;
    private final TokenEndpoint token;
    private final LoginPages pages;
    private final TokenQuestions questions;
    private final ProtectedApi api;

    public Identity(Clock clock) {
        ledger = new Ledger(clock);
        var issuer = new Issuer(ledger, keys);
        var assertions = new Assertions(keys, ledger);
        var logins = new ClientLogin(clients, assertions);
        devices = new Devices(logins, clients, ledger, counts);
        token = new TokenEndpoint(logins, clients, ledger, issuer, devices, assertions, keys, counts);
        pages = new LoginPages(clients, ledger, issuer, devices, counts);
        questions = new TokenQuestions(logins, clients, ledger, counts);
        api = new ProtectedApi(clients, ledger, questions, counts);
    }

    /// Answers everything below `/identity`, and the metadata at `/.well-known/oauth-authorization-server/identity` (RFC 8414 §3.1).
    public Answer answer(Asked asked) {
        var path = asked.path().startsWith(OAUTH) ? asked.path().substring(OAUTH.length()) + OAUTH : asked.path();
        try {
            return answered(Visit.of(asked, path.substring(Visit.ROOT.length()), faults.on()));
        } catch (Refusal e) {
            return Answer.json(e.status(), e.fields());
        }
    }

    private Answer answered(Visit visit) throws Refusal {
        return switch (visit.path()) {
            case "", "/" -> Answer.page(200, Pages.index(visit.base(), List.of(OPENID, OAUTH, "/authorize", "/token", "/device", "/activate", "/revoke", "/introspect",
                    "/userinfo", "/logout", "/jwks", "/clients", "/faults", "/counts", "/api/orders", "/api/me", "/api/admin")));
            case OPENID, OAUTH -> visit.has(Fault.HTML) ? Pages.application() : Answer.json(200, Discovery.document(visit));
            case "/jwks" -> Answer.json(200, keys.published());
            case "/authorize" -> pages.authorize(visit);
            case "/activate" -> pages.activate(visit);
            case "/logout" -> pages.logout(visit);
            case "/login" -> Answer.page(200, Pages.said("Log in", "Somebody must log in here first."));
            case "/token" -> by(visit, token::answer, "POST", "GET");
            case "/device" -> by(visit, devices::begun, "POST");
            case "/revoke" -> by(visit, questions::revoke, "POST");
            case "/introspect" -> by(visit, questions::introspect, "POST");
            case "/userinfo" -> api.userinfo(visit);
            case "/clients" -> Answer.page(200, Pages.clients(clients.all()));
            case "/clients/private-jwt/key" -> Answer.text(200, "application/x-pem-file", privateKey());
            case "/faults" -> switched(visit);
            case "/counts" -> counted(visit);
            case "/expire" -> {
                expireAccessTokens();
                yield Answer.json(200, Map.of("expired", "all access tokens"));
            }
            case "/reset" -> {
                reset();
                yield Answer.json(200, Map.of("reset", "tokens, codes, devices, sessions, faults and counts"));
            }
            default -> visit.path().startsWith("/api/") ? api.answer(visit) : Pages.notFound(visit.path());
        };
    }

    private static Answer by(Visit visit, Function<Visit, Answer> endpoint, String... methods) {
        if (Arrays.asList(methods).contains(visit.asked().method())) {
            return endpoint.apply(visit);
        }
        return Answer.json(405, Map.of("error", "invalid_request", "error_description", "This endpoint is for " + methods[0] + ".")).with("Allow", methods[0]);
    }

    /// `?on=html&on=slow:20` switches on, `?off=html` off, `?reset` all off.
    private Answer switched(Visit visit) throws Refusal {
        var asked = visit.asked().parameters();
        if (asked.containsKey("reset")) {
            faults.reset();
        }
        for (var id : asked.getOrDefault("off", List.of())) {
            faults.clear(known(id));
        }
        for (var id : asked.getOrDefault("on", List.of())) {
            var pair = id.split(":", 2);
            var fault = known(pair[0]);
            faults.set(fault, pair.length == 2 ? Visit.number(fault, pair[1]) : fault.preset());
        }
        var on = new LinkedHashMap<String, Object>();
        faults.on().forEach((fault, number) -> on.put(fault.id(), number));
        var all = new LinkedHashMap<String, Object>();
        Arrays.stream(Fault.values()).forEach(f -> all.put(f.id(), f.says()));
        return Answer.json(200, Map.of("on", on, "all", all));
    }

    private static Fault known(String id) throws Refusal {
        return Fault.of(id).orElseThrow(() -> new Refusal(404, "unknown_fault", "\"" + id + "\" is no fault known here; see " + Visit.ROOT + "/faults."));
    }

    private Answer counted(Visit visit) {
        if (visit.asked().parameters().containsKey("reset")) {
            counts.reset();
        }
        return Answer.json(200, counts.told());
    }

    /// How often what was done.
    public Counts counts() {
        return counts;
    }

    /// Switches a fault on for everybody.
    public void fail(Fault fault, long number) {
        faults.set(fault, number);
    }

    public void fail(Fault fault) {
        faults.set(fault, fault.preset());
    }

    public void mend(Fault fault) {
        faults.clear(fault);
    }

    /// Every access token counts as expired from now on; refresh tokens stay.
    public void expireAccessTokens() {
        ledger.expireAccess();
    }

    /// Forgets everything but the keys.
    public void reset() {
        ledger.reset();
        faults.reset();
        counts.reset();
    }

    /// Somebody typed a device's code and said yes; false where no device waits with it.
    public boolean approve(String userCode, String user) {
        return devices.approve(userCode, user, Clients.SCOPES);
    }

    public boolean deny(String userCode) {
        return devices.deny(userCode);
    }

    /// Of the client `private-jwt`, PKCS#8 in PEM; its key id is `private-jwt-1`.
    public String privateKey() {
        return keys.privateKeyOfClient();
    }
}
