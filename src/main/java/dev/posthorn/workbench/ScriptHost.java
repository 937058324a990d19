package dev.posthorn.workbench;

import dev.posthorn.http.Cookies;
import dev.posthorn.http.ScriptCookies;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.script.Answer;
import dev.posthorn.script.Host;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What the scripts of one send reach: requests through our engine, the cookies, a vault, and what lies beside their collection.
///
/// 1. `pm.sendRequest` sends what it is given: `{{names}}` in it stay as they are, as in Postman; no authorization is inherited.
/// 2. The jar answers for the hosts that the user allowed.
final class ScriptHost implements Host {

    /// The work of others that a script may ask for.
    interface Ways {

        /// Sends a request that a script made.
        Outcome send(Request request);

        /// Sends a saved one with its scripts.
        Outcome run(String request, Map<String, Object> variables) throws Refusal;

        /// A new value of a dynamic variable; null where there is none of that name.
        String dynamic(String name);
    }

    /// An answer larger than this is not given to a script, in bytes.
    private static final long MOST = Answer.MOST;

    private final Ways ways;
    private final Cookies jar;
    private final Vault vault;
    private final Path files;
    private final UnaryOperator<String> mask;
    private final Turn.Heard heard;

    /// @param files the folder of the collection
    /// @param mask  takes secrets out of what is said
    ScriptHost(Ways ways, Cookies jar, Vault vault, Path files, UnaryOperator<String> mask, Turn.Heard heard) {
        this.ways = ways;
        this.jar = jar;
        this.vault = vault;
        this.files = files;
        this.mask = mask;
        this.heard = heard;
    }

    @Override
    public void said(Severity severity, String text) {
        heard.said(severity, mask.apply(text));
    }

    @Override
    public String dynamic(String name) {
        return ways.dynamic(name);
    }

    @Override
    public Answered send(Map<String, Object> form) throws Refusal {
        Request request;
        try {
            request = RequestForm.read(form);
        } catch (JsonProblem e) {
            throw new Refusal("the request cannot be read: " + e.getMessage());
        }
        var outcome = ways.send(request.auth().inherited() ? request.withAuth(Auth.NONE) : request);
        try {
            heard.scriptSent(request, outcome);
            return answered(outcome);
        } finally {
            Workbench.release(outcome);
        }
    }

    @Override
    public Answered runRequest(String request, Map<String, Object> variables) throws Refusal {
        var outcome = ways.run(request, variables);
        try {
            return answered(outcome);
        } finally {
            Workbench.release(outcome);
        }
    }

    private Answered answered(Outcome outcome) throws Refusal {
        return switch (outcome) {
            case Outcome.Received(var hops) -> {
                var url = hops.getLast().sent().url();
                var response = hops.getLast().received();
                var size = response.body().size();
                if (size > MOST) {
                    throw new Refusal("the answer has " + size + " bytes, and a script can take " + MOST);
                }
                try (var in = response.body().open()) {
                    var bytes = in.readAllBytes();
                    yield new Answered(answer(response, () -> bytes), cookies(jar, url));
                } catch (IOException e) {
                    throw new Refusal("the answer cannot be read: " + e.getMessage());
                }
            }
            case Outcome.Failed(var failure, _, _, _, _) -> throw new Refusal(ScriptWords.of(failure));
            case Outcome.Cancelled _ -> throw new Refusal("the request was cancelled");
            case Outcome.Skipped _ -> throw new Refusal("the request was skipped by its script");
        };
    }

    /// An answer as scripts see it; its body is read when one asks for it.
    static Answer answer(Response response, Answer.Bytes bytes) {
        return new Answer(response.status(), response.reason(), response.headers(), response.timings().total().toMillis(), response.body().size(), bytes);
    }

    static Answer answer(Response response) {
        return answer(response, () -> {
            if (response.body().size() > MOST) {
                throw new IOException("the body has " + response.body().size() + " bytes, and a script can take " + MOST);
            }
            try (var in = response.body().open()) {
                return in.readAllBytes();
            }
        });
    }

    /// The cookies that would go to a URL, as Postman's scripts see them.
    static List<Map<String, Object>> cookies(Cookies jar, String url) {
        return jar.matching(url).stream().map(ScriptHost::form).toList();
    }

    private static Map<String, Object> form(Cookie cookie) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", cookie.name());
        form.put("value", cookie.value());
        form.put("domain", cookie.domain());
        form.put("path", cookie.path());
        if (cookie.expires() != null) {
            form.put("expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(cookie.expires().atOffset(ZoneOffset.UTC)));
        }
        form.put("hostOnly", cookie.hostOnly());
        form.put("httpOnly", cookie.httpOnly());
        form.put("secure", cookie.secure());
        form.put("session", cookie.expires() == null);
        if (!cookie.sameSite().isEmpty()) {
            form.put("sameSite", cookie.sameSite().toLowerCase(Locale.ROOT));
        }
        return form;
    }

    @Override
    public Object cookies(String method, List<Object> arguments) throws Refusal {
        var open = new ScriptCookies(jar);
        var url = text(arguments, 0);
        try {
            return switch (method) {
                case "get" -> open.get(url, text(arguments, 1)).orElse(null);
                case "getAll" -> open.getAll(url).stream().map(ScriptHost::form).toList();
                case "set" -> form(set(open, url, arguments));
                case "unset" -> {
                    open.unset(url, text(arguments, 1));
                    yield null;
                }
                case "clear" -> {
                    open.clear(url);
                    yield null;
                }
                default -> throw new Refusal("the cookie jar has no method \"" + method + "\"");
            };
        } catch (ScriptCookies.Denied e) {
            throw new Refusal(e.getMessage());
        }
    }

    /// By name and value, or by an object with the fields of a cookie.
    private static Cookie set(ScriptCookies open, String url, List<Object> arguments) throws ScriptCookies.Denied {
        if (!(arguments.size() > 1 && arguments.get(1) instanceof Map<?, ?> given)) {
            return open.setLine(url, text(arguments, 1) + "=" + text(arguments, 2));
        }
        var line = new StringBuilder(field(given, "name").isEmpty() ? field(given, "key") : field(given, "name")).append('=').append(field(given, "value"));
        attribute(line, "Domain", field(given, "domain"));
        attribute(line, "Path", field(given, "path"));
        attribute(line, "Expires", field(given, "expires"));
        attribute(line, "Max-Age", field(given, "maxAge"));
        attribute(line, "SameSite", field(given, "sameSite"));
        line.append(field(given, "secure").equals("true") ? "; Secure" : "").append(field(given, "httpOnly").equals("true") ? "; HttpOnly" : "");
        return open.setLine(url, line.toString());
    }

    private static void attribute(StringBuilder line, String name, String value) {
        if (!value.isEmpty()) {
            line.append("; ").append(name).append('=').append(value);
        }
    }

    private static String field(Map<?, ?> map, String name) {
        var value = map.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static String text(List<Object> arguments, int index) {
        return index < arguments.size() && arguments.get(index) != null ? String.valueOf(arguments.get(index)) : "";
    }

    @Override
    public Object vault(String method, List<Object> arguments) throws Refusal {
        var name = text(arguments, 0);
        return switch (method) {
            case "get" -> vault.get(name);
            case "set" -> {
                vault.set(name, text(arguments, 1));
                yield null;
            }
            case "unset" -> {
                vault.unset(name);
                yield null;
            }
            default -> throw new Refusal("the vault has no method \"" + method + "\"");
        };
    }

    @Override
    public List<Map<String, Object>> dataset(String name) throws Refusal {
        throw new Refusal("the data set \"" + name + "\" is kept in Postman's cloud; give its rows to a run as a data file, and read them by pm.iterationData");
    }

    /// Packages of a team live in Postman's cloud; here their sources lie in `packages` beside the collection.
    @Override
    public String source(String name) throws Refusal {
        var folder = files.resolve("packages").toAbsolutePath().normalize();
        var file = folder.resolve((name.startsWith("@") ? name.substring(1) : name) + ".js").normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new Refusal("the package \"" + name + "\" is not here: put its source into " + file.getFileName() + " in " + file.getParent());
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal("the package \"" + name + "\" cannot be read from " + file + ": " + e.getMessage());
        }
    }
}
