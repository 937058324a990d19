package dev.posthorn.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.posthorn.demo.identity.Identity;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Which path is answered by what; `/` lists them all.
final class Routes extends Handler.Abstract {

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Route> all;

    Routes(Identity identity, Vendors vendors) {
        all = Stream.of(
                Stream.of(new Route("/", "/", "This list.", this::index)),
                EchoRoutes.all(), CookieRoutes.all(), StatusRoutes.all(), StreamRoutes.all(), CodingRoutes.all(), new AuthRoutes().all(),
                new SignatureRoutes().all(), new IdentityRoutes(identity).all(), new VendorRoutes(vendors).all(), new AdminRoutes(vendors).all(), new ProcessRoutes().all(), SampleRoutes.all())
                .flatMap(s -> s).toList();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = request.getHttpURI().getPath();
        var route = all.stream().filter(r -> r.matches(path)).findFirst();
        var call = new Call(request, response, route.map(r -> path.substring(r.path().length())).orElse(""), mapper);
        try {
            if (route.isPresent()) {
                route.get().action().answer(call);
            } else {
                call.json(404, Map.of("error", "There is nothing at " + path + "; see / for the list."));
            }
            callback.succeeded();
        } catch (Call.Mistake e) {
            call.json(400, Map.of("error", e.getMessage()));
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e instanceof EOFException ? e : new EOFException(e.getMessage()));
        }
        return true;
    }

    private void index(Call call) throws IOException {
        var rows = all.stream().filter(r -> !r.says().isEmpty()).map(r -> "<tr><td><a href=\"" + escaped(r.example()) + "\">" + escaped(r.example()) + "</a></td><td>" + escaped(r.says()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
        var page = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Posthorn demo server</title>
                <style>body{font:15px system-ui,sans-serif;margin:2rem;max-width:60rem}td{padding:.25rem 1.5rem .25rem 0;vertical-align:top}</style></head>
                <body><h1>Posthorn demo server</h1><p>Try requests on it; nothing leaves this computer.</p>
                <table>
                %s
                </table></body></html>
                """.formatted(rows);
        call.bytes(200, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
