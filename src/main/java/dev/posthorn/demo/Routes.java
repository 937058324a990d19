package dev.posthorn.demo;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Which path is answered by what.
final class Routes extends Handler.Abstract {

    private static final Set<String> ECHO = Set.of("/get", "/post", "/put", "/patch", "/delete", "/anything");

    private final Echo echo = new Echo();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var path = Request.getPathInContext(request);
        if (ECHO.contains(path) || path.startsWith("/anything/")) {
            var answer = echo.of(request).getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
            Content.Sink.write(response, true, java.nio.ByteBuffer.wrap(answer));
            callback.succeeded();
            return true;
        }
        Response.writeError(request, response, callback, 404, "There is nothing at " + path);
        return true;
    }
}
