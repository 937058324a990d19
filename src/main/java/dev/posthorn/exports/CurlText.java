package dev.posthorn.exports;

import dev.posthorn.codegen.ShellText;
import dev.posthorn.codegen.Text;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a request as a curl command that sends the same.
///
/// `{{variables}}` stay as they are, so pass a resolved request for a command that can be run, and a masked one where it will be shown to others. An inherited
/// authorization is not known here: pass the request with the one that counts (`withAuth`).
public final class CurlText {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z_]\\w*)\\s*}}");

    private CurlText() {}

    /// For bash and zsh, over several lines.
    public static String of(Request request) {
        return text(request, Text::of);
    }

    /// The same with `{{name}}` as the variable of the shell: `"${name}"`.
    static String scripted(Request request) {
        return text(request, CurlText::variables);
    }

    /// A value of a script, quoted.
    static String scripted(String value) {
        return ShellText.BASH.quoted(variables(value));
    }

    private static Text variables(String word) {
        var out = Text.EMPTY;
        var at = 0;
        for (var found = VARIABLE.matcher(word); found.find();) {
            out = out.and(word.substring(at, found.start())).and(Text.slot(found.group(1)));
            at = found.end();
        }
        return out.and(word.substring(at));
    }

    /// What the command does not say though the request does; no rows where it says everything.
    public static Report leftOut(String item, Request request) {
        return new Report(new CurlArguments(request).leftOut(item));
    }

    private static String text(Request request, Function<String, Text> reading) {
        return new CurlArguments(request).lines().stream().map(line -> line.stream().map(reading).map(ShellText.BASH::quoted).collect(Collectors.joining(" "))).collect(Collectors.joining(ShellText.BASH.next));
    }

    /// Whether an OAuth 2.0 token goes into the URL.
    static boolean inQuery(Auth auth) {
        return auth.type().equals("oauth2") && auth.text("addTokenTo").equals("queryParams");
    }

    /// Whether curl can authorize so.
    static boolean knows(Auth auth) {
        return switch (auth.type()) {
            case "inherit", "noauth", "basic", "bearer", "apikey", "digest", "ntlm", "awsv4", "netrc", "negotiate" -> true;
            case "oauth2" -> !auth.text("accessToken").isEmpty();
            default -> false;
        };
    }

    /// A token after the word that goes before it; an empty word is none.
    static String withPrefix(Auth auth, String token) {
        var prefix = auth.values().get(auth.type().equals("oauth2") ? "headerPrefix" : "prefix");
        return prefix == null ? "Bearer " + token : prefix.toString().isBlank() ? token : prefix.toString().strip() + " " + token;
    }
}
