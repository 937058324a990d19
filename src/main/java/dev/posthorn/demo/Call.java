package dev.posthorn.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/// One request to the demo server, and the means to answer it. `rest` is what follows the route's own path.
record Call(Request request, Response response, String rest, ObjectMapper mapper) {

    /// The asker made a mistake; the sentence is the answer, with status 400.
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        Mistake(String sentence) {
            super(sentence);
        }
    }

    /// Query parameters in order, decoded; repeated ones kept.
    Map<String, List<String>> query() {
        return pairs(request.getHttpURI().getQuery());
    }

    /// Takes `a=1&b=2` apart; what cannot be decoded stays as it came.
    static Map<String, List<String>> pairs(String text) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var pair : text == null ? new String[0] : text.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                all.computeIfAbsent(decoded(parts[0]), k -> new ArrayList<>()).add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return all;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    String parameter(String name, String preset) {
        var values = query().get(name);
        return values == null ? preset : values.getFirst();
    }

    /// A whole number of the query or of the path, within bounds.
    static long number(String what, String text, long least, long most) throws Mistake {
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Mistake(what + " must be a whole number from " + least + " to " + most + ", not \"" + text + "\".");
    }

    /// The parts of `rest`, decoded.
    List<String> segments() {
        var path = new ArrayList<String>();
        for (var segment : rest.split("/")) {
            path.add(decoded(segment.replace("+", "%2B")));
        }
        return path;
    }

    String header(String name) {
        return request.getHeaders().get(name);
    }

    Call with(String header, String value) {
        response.getHeaders().add(header, value);
        return this;
    }

    byte[] pretty(Object value) throws IOException {
        return (mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    void json(int status, Object value) throws IOException {
        bytes(status, "application/json", pretty(value));
    }

    void bytes(int status, String type, byte[] content) throws IOException {
        response.setStatus(status);
        var empty = status == 204 || status == 304;
        if (!empty) {
            if (!type.isEmpty()) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
            }
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        }
        Content.Sink.write(response, true, empty ? ByteBuffer.allocate(0) : ByteBuffer.wrap(content));
    }

    /// A body of unknown length; every `flush` puts what was written so far on the wire.
    OutputStream stream(String type) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        return new BufferedOutputStream(Content.Sink.asOutputStream(response), 1 << 16);
    }
}
