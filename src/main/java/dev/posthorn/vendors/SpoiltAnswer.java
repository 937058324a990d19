package dev.posthorn.vendors;

import dev.posthorn.auth.WorkflowServerAuth;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says what is wrong with an answer of a vendor's service that has nothing to do with who asks: too many requests, a server in trouble, a page in place of JSON, JSON that was cut off,
/// an error of the workflow engine that comes with status 200.
final class SpoiltAnswer {

    private static final int MOST = 1 << 20;
    private static final int QUOTED = 300;

    private SpoiltAnswer() {}

    /// @param auth complete, with its variables resolved
    static Optional<Finding> of(Auth auth, Outcome.Received received) {
        var answer = received.response();
        return switch (answer.status()) {
            case 429 -> Optional.of(tooMany(Header.first(answer.headers(), "Retry-After").orElse("")));
            case 502, 503, 504 -> finding("server-trouble", "The server is in trouble or being started (" + answer.status() + "): the request did not get as far as the service.",
                    "Send it again in a while. Nothing is wrong with the request or the login; where it lasts, tell who runs the server.");
            default -> answer.status() / 100 == 2 ? content(auth, received) : Optional.empty();
        };
    }

    private static Finding tooMany(String after) {
        var wait = after.matches("\\d{1,6}") ? " and asks to wait " + after + (after.equals("1") ? " second" : " seconds") : "";
        return new Finding("too-many", "The server has had too many requests (429)" + wait + ".", "Wait, then send again; a run takes a delay between its requests.", List.of());
    }

    private static Optional<Finding> content(Auth auth, Outcome.Received received) {
        var answer = received.response();
        var type = answer.mediaType().toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            return wantsJson(received) ? finding("html-instead-of-json", "A web page came where JSON is due: " + received.sent().url() + " leads to a page of an application, not to the service.",
                    "Compare the path with the service's, letter by letter; where the page says that the site is being updated, send it again later.") : Optional.empty();
        }
        if (!type.contains("json") || answer.body().size() == 0 || answer.body().size() > MOST) {
            return Optional.empty();
        }
        try {
            return JsonReader.read(text(answer)) instanceof Json.Obj object && auth.type().equals(WorkflowServerAuth.ID) ? engine(object) : Optional.empty();
        } catch (JsonProblem e) {
            return finding("json-broken", "The answer says that it is JSON, and cannot be read as such: line " + e.line() + ", column " + e.column() + ": " + e.getMessage(),
                    "It was likely cut off on its way: send it again; where it recurs, a proxy or the server breaks off answers of this size, and fewer rows or columns help.");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean wantsJson(Outcome.Received received) {
        return Header.first(received.sent().headers(), "Accept").orElse("").contains("json");
    }

    private static Optional<Finding> engine(Json.Obj said) {
        if (!said.has("success") || said.flag("success")) {
            return Optional.empty();
        }
        var words = said.text("error").strip().replaceAll("\\s+", " ");
        var code = said.text("errorCode").strip();
        return finding("engine-error", "The Workflow Server did not do it" + (words.isEmpty() ? "" : ": “" + (words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words) + "”") + (code.isEmpty() ? "." : " (" + code + ")."),
                "That is the engine's own error, with status 200: compare process id, scheme, command and identity with what the process is in now (getinstanceinfo, getavailablecommands).");
    }

    private static Optional<Finding> finding(String fault, String sentence, String advice) {
        return Optional.of(new Finding(fault, sentence, advice, List.of()));
    }

    private static String text(Response answer) throws IOException {
        try (var in = answer.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
