package dev.posthorn.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;

/// Answers with a status of choice, late, or from somewhere else.
final class StatusRoutes {

    private StatusRoutes() {}

    static Stream<Route> all() {
        return Stream.of(
                new Route("/status/", "/status/418", "Answers with that status (200 to 599); ?retry-after=1 adds the header.", StatusRoutes::status),
                new Route("/delay/", "/delay/1", "Echoes after that many seconds, 60 at most.", StatusRoutes::delay),
                new Route("/redirect/", "/redirect/3", "Redirects that many times, then /get.", StatusRoutes::redirect),
                new Route("/redirect-to", "/redirect-to?url=/get&status_code=307", "Redirects to ?url= with ?status_code=.", StatusRoutes::redirectTo));
    }

    private static void status(Call call) throws Exception {
        var code = (int) Call.number("The status", call.rest(), 200, 599);
        if (!call.parameter("retry-after", "").isEmpty()) {
            call.with("Retry-After", call.parameter("retry-after", ""));
        }
        switch (code) {
            case 301, 302, 303, 307, 308 -> call.with("Location", "/get");
            case 401 -> call.with("WWW-Authenticate", "Basic realm=\"Posthorn demo\"");
            case 405 -> call.with("Allow", "GET, HEAD");
            case 407 -> call.with("Proxy-Authenticate", "Basic realm=\"Posthorn demo\"");
            default -> { }
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", code);
        answer.put("reason", HttpStatus.getMessage(code));
        answer.put("method", call.request().getMethod());
        call.json(code, answer);
    }

    private static void delay(Call call) throws Exception {
        Thread.sleep(1000 * Call.number("The delay in seconds", call.rest(), 0, 60));
        EchoRoutes.echo(call);
    }

    private static void redirect(Call call) throws Exception {
        var left = Call.number("The number of redirects", call.rest(), 1, 1000);
        to(call, 302, left == 1 ? "/get" : "/redirect/" + (left - 1));
    }

    private static void redirectTo(Call call) throws Exception {
        var url = call.parameter("url", "");
        if (url.isEmpty() || url.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new Call.Mistake("Say where to in ?url=.");
        }
        to(call, (int) Call.number("status_code", call.parameter("status_code", "302"), 300, 399), url);
    }

    private static void to(Call call, int status, String where) throws IOException {
        call.with("Location", where).bytes(status, "text/plain", new byte[0]);
    }
}
