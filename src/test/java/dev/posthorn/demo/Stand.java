package dev.posthorn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;

/// A demo server and somebody who asks it, with the cookies and headers that he keeps.
final class Stand implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    final DemoServer demo;
    final Map<String, String> cookies = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Stand() throws IOException {
        demo = DemoServer.start(0);
    }

    /// An answer, as text.
    record Said(int status, String type, String body, HttpResponse<String> whole) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        Said with(int wanted) {
            Assertions.assertEquals(wanted, status, body);
            return this;
        }
    }

    Said send(String method, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(demo.address() + path.replace(" ", "%20").replace("'", "%27").replace("\"", "%22")));
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        headers.forEach(request::header);
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return new Said(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body(), answer);
    }

    Said get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", null);
    }

    Said post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", json);
    }

    Said form(String path, String form) throws IOException, InterruptedException {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    Said login(String application, String user, String password) throws IOException, InterruptedException {
        var said = post("/" + application + "/ServiceModel/AuthService.svc/Login", "{\"UserName\":\"" + user + "\",\"UserPassword\":\"" + password + "\"}");
        if (cookies.containsKey("BPMCSRF")) {
            headers.put("BPMCSRF", cookies.get("BPMCSRF"));
        }
        return said;
    }

    /// Comes with a token of Creatio's Identity Service from now on.
    void bearer() throws IOException, InterruptedException {
        var token = form("/creatio-identity/connect/token", "grant_type=client_credentials&client_id=creatio-demo&client_secret=creatio-demo-secret").with(200).json().get("access_token").asText();
        headers.put("Authorization", "Bearer " + token);
    }

    void basic(String id, String secret) {
        headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    void faults(String json) throws IOException, InterruptedException {
        post("/admin/faults", json).with(200);
    }

    long count(String what) {
        return demo.vendors().counts().of(what);
    }

    /// As if nobody had asked yet.
    void anew() {
        demo.vendors().reset();
        cookies.clear();
        headers.clear();
    }

    @Override
    public void close() {
        client.close();
        demo.close();
    }
}
