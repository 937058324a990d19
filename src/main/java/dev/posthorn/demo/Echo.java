package dev.posthorn.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Tells back what was asked: method, URL, query, headers, cookies and body.
final class Echo {

    private final ObjectMapper mapper = new ObjectMapper();

    String of(Request request) throws IOException {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("method", request.getMethod());
        answer.put("url", request.getHttpURI().toString());
        answer.put("data", new String(Content.Source.asInputStream(request).readAllBytes(), StandardCharsets.UTF_8));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }
}
