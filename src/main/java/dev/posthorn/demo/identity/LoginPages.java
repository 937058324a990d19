package dev.posthorn.demo.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages where people log in and say what a program may do: the authorization endpoint, and the page for a device's code.
final class LoginPages {

    private static final String SESSION = "posthorn_identity";

    private final Clients clients;
    private final Ledger ledger;
    private final Issuer issuer;
    private final Devices devices;
    private final Counts counts;

    LoginPages(Clients clients, Ledger ledger, Issuer issuer, Devices devices, Counts counts) {
        this.clients = clients;
        this.ledger = ledger;
        this.issuer = issuer;
        this.devices = devices;
        this.counts = counts;
    }

    /// The authorization endpoint. A form that comes back from our page carries the request that led to it.
    Answer authorize(Visit visit) {
        var form = visit.asked().form();
        if (visit.asked().method().equals("POST") && form.containsKey("request")) {
            var asked = visit.asked();
            var again = new Asked("GET", asked.host(), asked.path(), Forms.pairs(Forms.first(form, "request")), Map.of(), "", asked.cookies());
            return begun(new Visit(again, visit.base(), visit.path(), visit.faults()), form);
        }
        counts.add("authorize");
        return begun(visit, Map.of());
    }

    private Answer begun(Visit first, Map<String, List<String>> form) {
        try {
            var id = first.get("client_id");
            var client = clients.find(id).orElse(null);
            if (client == null) {
                return Pages.refused(400, "invalid_client", id.isEmpty() ? "The request does not say which program asks (client_id)." : "There is no client " + id + " here.");
            }
            var visit = first.with(client);
            if (visit.has(Fault.PAGE_NOT_FOUND)) {
                return Pages.notFound(visit.path());
            }
            var redirect = visit.get("redirect_uri").isEmpty() && client.redirects().size() == 1 ? client.redirects().getFirst() : visit.get("redirect_uri");
            if (visit.has(Fault.REDIRECT_PAGE) || !client.mayBeSentTo(redirect)) {
                return Pages.refused(400, "redirect_uri_mismatch", "The redirect URI in the request, " + (redirect.isEmpty() ? "(none)" : redirect)
                        + ", does not match the ones that are registered for the client " + client.id() + ".");
            }
            var target = AuthorizationRequest.target(visit, client, redirect);
            try {
                return asked(visit, target, AuthorizationRequest.of(visit, target), form);
            } catch (Refusal e) {
                return Redirection.to(visit, target, e.fields());
            }
        } catch (Refusal e) {
            return Pages.refused(e.status(), e.error(), e.getMessage());
        }
    }

    private Answer asked(Visit visit, AuthorizationRequest.Target target, AuthorizationRequest request, Map<String, List<String>> form) throws Refusal {
        var session = session(visit).filter(u -> !request.prompt().contains("login"));
        if (request.prompt().contains("none")) {
            var user = session.orElseThrow(() -> new Refusal(400, "login_required", "Nobody is logged in."));
            return granted(visit, target, request, user, request.scopes());
        }
        if (form.isEmpty()) {
            return Answer.page(200, Pages.login(visit, request, session.orElse(""), ""));
        }
        if (!Forms.first(form, "decision").equals("allow")) {
            throw new Refusal(400, "access_denied", "The person said no.");
        }
        var user = session.filter(u -> !form.containsKey("user")).orElse(Forms.first(form, "user"));
        if (session.isEmpty() || form.containsKey("user")) {
            var refused = login(user, Forms.first(form, "password"));
            if (refused.isPresent()) {
                return Answer.page(200, Pages.login(visit, request, "", refused.get()));
            }
        }
        var ticked = form.getOrDefault("granted", List.of());
        return remembered(granted(visit, target, request, user, request.scopes().stream().filter(ticked::contains).toList()), user);
    }

    private Optional<String> login(String user, String password) {
        counts.add("login");
        var refused = Person.refused(user, password);
        refused.ifPresent(r -> counts.add("login.failed"));
        return refused;
    }

    private Optional<String> session(Visit visit) {
        return ledger.sessions.get(visit.asked().cookies().getOrDefault(SESSION, ""));
    }

    private Answer remembered(Answer answer, String user) {
        var session = ledger.fresh();
        ledger.sessions.put(session, user);
        return answer.with("Set-Cookie", SESSION + "=" + session + "; Path=" + Visit.ROOT + "; HttpOnly; SameSite=Lax");
    }

    private Answer granted(Visit visit, AuthorizationRequest.Target target, AuthorizationRequest request, String user, List<String> scopes) {
        var login = new Login(request.client().id(), user, request.scopes(), scopes, request.nonce(), TokenEndpoint.audience(visit), request.offline(),
                request.prompt().contains("consent"), ledger.now());
        var fields = new LinkedHashMap<String, Object>();
        if (request.types().contains("code")) {
            var code = new Code(ledger.fresh(), login, request.redirect(), request.challenge(), request.method(), ledger.now().plus(Duration.ofMinutes(1)), "");
            ledger.codes.put(code.value(), code);
            fields.put("code", code.value());
        } else {
            fields.putAll(issuer.issue(visit, request.client(), login, ledger.fresh(), false));
            if (!request.types().contains("token")) {
                fields.keySet().retainAll(List.of("id_token"));
                fields.put("id_token", issuer.identity(visit, login, ""));
            } else if (!request.types().contains("id_token")) {
                fields.remove("id_token");
            }
        }
        return Redirection.to(visit, target, fields);
    }

    /// Where a device's code is typed.
    Answer activate(Visit visit) {
        var given = visit.asked().parameters();
        var code = Forms.first(given, "user_code");
        var waiting = devices.waiting(code);
        if (!visit.asked().method().equals("POST")) {
            return Answer.page(200, Pages.activate(visit, code, waiting.map(Device::asked).orElse(List.of()), ""));
        }
        if (waiting.isEmpty()) {
            return Answer.page(200, Pages.activate(visit, code, List.of(), "No device waits with the code " + code + "."));
        }
        if (!Forms.first(given, "decision").equals("allow")) {
            devices.deny(code);
            return Answer.page(200, Pages.said("The device was refused", "It gets no access. You may close this page."));
        }
        var user = Forms.first(given, "user");
        var refused = login(user, Forms.first(given, "password"));
        if (refused.isPresent()) {
            return Answer.page(200, Pages.activate(visit, code, waiting.get().asked(), refused.get()));
        }
        devices.approve(code, user, given.containsKey("granted") ? given.get("granted") : waiting.get().asked());
        return Answer.page(200, Pages.said("The device is logged in", "You may close this page and go back to it."));
    }

    /// OpenID Connect RP-Initiated Logout §2.
    Answer logout(Visit visit) {
        ledger.sessions.take(visit.asked().cookies().getOrDefault(SESSION, ""));
        var back = Forms.first(visit.asked().parameters(), "post_logout_redirect_uri");
        var state = Forms.first(visit.asked().parameters(), "state");
        var known = clients.find(Forms.first(visit.asked().parameters(), "client_id")).filter(c -> c.mayBeSentTo(back));
        var answer = known.isPresent() ? Answer.redirect(back + (state.isEmpty() ? "" : (back.contains("?") ? "&" : "?") + TokenAnswers.encoded(Map.of("state", state))))
                : Answer.page(200, Pages.said("You are logged out", "You may close this page."));
        return answer.with("Set-Cookie", SESSION + "=; Path=" + Visit.ROOT + "; Max-Age=0");
    }
}
