package dev.posthorn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Journal;
import dev.posthorn.demo.vendor.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The page where people see the calls that the demo server received and switch its faults on, and the same for programs.
/// Pages of other sites cannot use it: their calls name another Origin or Host.
final class AdminRoutes {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Vendors vendors;

    AdminRoutes(Vendors vendors) {
        this.vendors = vendors;
    }

    Stream<Route> all() {
        return Stream.of(
                new Route("/admin", "/admin", "The calls that the played vendors received, and switches for what can go wrong with them.", this::answer),
                new Route("/admin/", "/admin/counts", "How many logins, sessions, tokens and calls there were. POST /admin/faults switches faults, POST /admin/reset begins anew.", this::answer));
    }

    private void answer(Call call) throws IOException {
        var asked = VendorRoutes.asked(call);
        var answer = asked == null ? refused(413, "No more than 4 MiB are taken here.") : stranger(asked) ? refused(403, "This is for the demo server's own page and for programs on this computer: Host or Origin are of another.")
                : answered(asked, asked.path().substring("/admin".length()));
        VendorRoutes.give(call, answer.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff"));
    }

    private static Answer refused(int status, String sentence) {
        return Answer.json(status, Map.of("error", sentence));
    }

    private static boolean stranger(Asked asked) {
        var host = asked.origin().substring(asked.origin().indexOf("//") + 2);
        var colon = host.lastIndexOf(':');
        var name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        var origin = asked.header("Origin");
        var site = asked.header("Sec-Fetch-Site");
        return !HOSTS.contains(name) || !origin.isEmpty() && !origin.equals(asked.origin()) || !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
    }

    private Answer answered(Asked asked, String path) throws IOException {
        return switch (path) {
            case "", "/" -> asked.is("GET") ? file("admin.html", "text/html;charset=utf-8").with("Content-Security-Policy", POLICY) : notAllowed("GET");
            case "/admin.js" -> file("admin.js", "text/javascript;charset=utf-8");
            case "/admin.css" -> file("admin.css", "text/css;charset=utf-8");
            case "/counts" -> asked.is("GET") ? Answer.json(200, vendors.told()) : notAllowed("GET");
            case "/calls" -> asked.is("GET") ? calls(asked) : notAllowed("GET");
            case "/faults" -> asked.is("POST") ? switched(asked) : faults();
            case "/end-sessions", "/expire-tokens", "/reset" -> asked.is("POST") ? done(path) : notAllowed("POST");
            default -> refused(404, "There is no " + path + " here; there are /admin/counts, /calls, /faults, /end-sessions, /expire-tokens and /reset.");
        };
    }

    private static Answer notAllowed(String method) {
        return refused(405, "This is for " + method + ".").with("Allow", method);
    }

    private static Answer file(String name, String type) throws IOException {
        try (InputStream in = AdminRoutes.class.getResourceAsStream(name)) {
            return Answer.text(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Answer calls(Asked asked) {
        var after = asked.parameter("after");
        return Answer.json(200, Map.of("first", vendors.journal().first(), "last", vendors.journal().last(), "calls", vendors.journal().after(after.matches("\\d{1,18}") ? Long.parseLong(after) : 0).stream().map(AdminRoutes::told).toList()));
    }

    private static Map<String, Object> told(Journal.Entry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", entry.number());
        told.put("at", entry.at());
        told.put("method", entry.method());
        told.put("path", entry.path());
        told.put("who", entry.who());
        told.put("status", entry.status());
        told.put("wrong", entry.wrong());
        return told;
    }

    private Answer faults() {
        var on = vendors.faults().told();
        var told = new LinkedHashMap<String, Object>();
        var numbers = new LinkedHashMap<String, Object>();
        on.forEach((fault, number) -> numbers.put(fault.id(), fault.numbered() ? (Object) number : true));
        told.put("on", numbers);
        told.put("all", Arrays.stream(Fault.values()).map(AdminRoutes::told).toList());
        return Answer.json(200, told);
    }

    private static Map<String, Object> told(Fault fault) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", fault.id());
        told.put("group", fault.group().title());
        told.put("does", fault.does());
        told.put("shows", fault.shows());
        told.put("preset", fault.preset());
        return told;
    }

    /// `{"session-lost": 3, "csrf-off": true, "html": false}`; all of it or nothing.
    private Answer switched(Asked asked) {
        var body = Json.read(asked.body()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return refused(400, "The body is a JSON object: fault → true, false, or a number. GET /admin/faults lists them.");
        }
        var changes = new LinkedHashMap<Fault, Long>();
        for (var entry : body.get().properties()) {
            var fault = Fault.of(entry.getKey());
            var value = entry.getValue();
            if (fault.isEmpty()) {
                return refused(404, "\"" + entry.getKey() + "\" is no fault known here; GET /admin/faults lists them.");
            }
            if (!value.isBoolean() && !(fault.get().numbered() && value.isIntegralNumber() && value.asLong() >= 0 && value.asLong() <= 1_000_000)) {
                return refused(400, "The value of " + entry.getKey() + " must be true or false" + (fault.get().numbered() ? ", or a whole number from 0 to 1000000." : "."));
            }
            changes.put(fault.get(), value.isBoolean() ? value.asBoolean() ? Math.max(1, fault.get().preset()) : 0 : value.asLong());
        }
        changes.forEach((fault, number) -> {
            if (number == 0) {
                vendors.faults().clear(fault);
            } else {
                vendors.faults().set(fault, number);
            }
        });
        return faults();
    }

    private Answer done(String what) {
        switch (what) {
            case "/end-sessions" -> vendors.endSessions();
            case "/expire-tokens" -> vendors.expireTokens();
            default -> vendors.reset();
        }
        return Answer.json(200, Map.of("done", List.of(what.substring(1))));
    }
}
