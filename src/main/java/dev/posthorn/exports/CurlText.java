package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a request as a curl command that sends the same.
///
/// `{{variables}}` stay as they are, so pass a resolved request for a command that can be run, and a masked one where it will be shown to others. An inherited
/// authorization is not known here: pass the request with the one that counts (`withAuth`).
public final class CurlText {

    private CurlText() {}

    /// For bash and zsh, over several lines.
    public static String of(Request request) {
        return text(request, CurlQuotes.BASH);
    }

    /// For the command prompt of Windows, which has no way to write `\r\n` into a value: it becomes `\n`.
    public static String forCmd(Request request) {
        return text(request, CurlQuotes.CMD);
    }

    /// What the command does not say though the request does; no rows where it says everything.
    public static Report leftOut(String item, Request request) {
        return new Report(new CurlArguments(request).leftOut(item));
    }

    static String text(Request request, CurlQuotes quotes) {
        return new CurlArguments(request).lines().stream().map(line -> line(line, quotes)).collect(Collectors.joining(quotes.next));
    }

    private static String line(List<String> words, CurlQuotes quotes) {
        return words.stream().map(quotes::quoted).collect(Collectors.joining(" "));
    }

    /// Whether an OAuth 2.0 token goes into the URL.
    static boolean inQuery(Auth auth) {
        return auth.type().equals("oauth2") && auth.text("addTokenTo").equals("queryParams");
    }

    /// Whether curl can authorize so.
    static boolean knows(Auth auth) {
        return switch (auth.type()) {
            case "inherit", "noauth", "basic", "bearer", "apikey", "digest", "ntlm", "awsv4", "negotiate", "netrc" -> true;
            case "oauth2" -> !auth.text("accessToken").isEmpty();
            default -> false;
        };
    }
}
