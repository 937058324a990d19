package dev.posthorn.demo.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A browser as far as a login needs one: pages with a form, cookies, redirects that it follows until they leave for a given address.
public final class Browser implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*>.*?</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    /// All of one server. Java's own jar does as no browser does: it keeps secure cookies from http://127.0.0.1.
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /// Where the browser is, and what it shows; `left` where it was sent to the address that ends the trip.
    public record Page(URI at, int status, String html, boolean left) {}

    public Page open(URI where, String until) throws IOException, InterruptedException {
        return follow(HttpRequest.newBuilder(where), until);
    }

    /// Sends the page's first form with its hidden and ticked fields and these in addition; a null value takes a field out.
    public Page submit(Page page, Map<String, List<String>> typed, String until) throws IOException, InterruptedException {
        var form = FORM.matcher(page.html());
        if (!form.find()) {
            throw new IOException("no form at " + page.at() + ": " + page.html());
        }
        var action = ACTION.matcher(form.group());
        var to = action.find() ? page.at().resolve(unescaped(action.group(1))) : page.at();
        var fields = fields(form.group());
        fields.putAll(typed);
        var body = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(v -> body.append(body.isEmpty() ? "" : "&").append(coded(name)).append('=').append(coded(v))));
        return follow(HttpRequest.newBuilder(to).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString())), until);
    }

    private static Map<String, List<String>> fields(String form) {
        var fields = new LinkedHashMap<String, List<String>>();
        var inputs = INPUT.matcher(form);
        while (inputs.find()) {
            var attributes = new LinkedHashMap<String, String>();
            var one = ATTRIBUTE.matcher(inputs.group());
            while (one.find()) {
                attributes.put(one.group(1).toLowerCase(Locale.ROOT), unescaped(one.group(2)));
            }
            var type = attributes.getOrDefault("type", "text");
            if (attributes.containsKey("name") && !type.equals("submit") && (!type.equals("checkbox") || inputs.group().contains("checked"))) {
                fields.computeIfAbsent(attributes.get("name"), k -> new ArrayList<>()).add(attributes.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    /// The fields of a form that sends itself (`response_mode=form_post`).
    public static Map<String, String> hidden(Page page) {
        var flat = new LinkedHashMap<String, String>();
        fields(page.html()).forEach((name, values) -> flat.put(name, values.getFirst()));
        return flat;
    }

    private Page follow(HttpRequest.Builder first, String until) throws IOException, InterruptedException {
        var answer = send(first);
        for (var i = 0; i < 10 && answer.statusCode() / 100 == 3; i++) {
            var next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            if (!until.isEmpty() && next.toString().startsWith(until)) {
                return new Page(next, answer.statusCode(), "", true);
            }
            answer = send(HttpRequest.newBuilder(next));
        }
        return new Page(answer.uri(), answer.statusCode(), answer.body(), false);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).toList()));
        }
        var answer = client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2);
            var name = pair[0].split("=", 2);
            if (name.length < 2 || pair.length == 2 && pair[1].toLowerCase(Locale.ROOT).contains("max-age=0")) {
                cookies.remove(name[0]);
            } else {
                cookies.put(name[0], name[1]);
            }
        }
        return answer;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x3D;", "=").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
