package dev.posthorn.auth;

import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Knows by an answer of Creatio that it does not know the session: a 401, a 403, a redirect to the login page, or that page itself.
public final class CreatioLoss {

    private static final int PEEK = 64 << 10;
    private static final List<String> PAGES = List.of("/login/", "nuilogin", "simplelogin", "loginpage", "/login.aspx", "returnurl=");
    private static final List<String> MARKS = List.of("nuilogin", "simplelogin", "loginpage", "authservice.svc/login");
    /// A field to type a password into; a style sheet may name one too.
    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]{0,400}\\btype\\s{0,3}=\\s{0,3}[\"']?password");

    private CreatioLoss() {}

    /// What it shows by, as a sentence; empty where it is an ordinary answer. Reads the beginning of a web page.
    public static Optional<String> of(Response answer) {
        var status = answer.status();
        if (status == 401 || status == 403) {
            return Optional.of("Creatio answered " + status + ".");
        }
        if (status >= 300 && status < 400) {
            return Header.first(answer.headers(), "Location").filter(CreatioLoss::loginPage).map(_ -> "Creatio sent the request on to its login page (" + status + ").");
        }
        return status == 200 && web(answer) && marked(answer) ? Optional.of("Creatio answered with its login page.") : Optional.empty();
    }

    private static boolean loginPage(String location) {
        var lower = location.toLowerCase(Locale.ROOT);
        return lower.endsWith("/login") || PAGES.stream().anyMatch(lower::contains);
    }

    private static boolean web(Response answer) {
        return answer.mediaType().equals("text/html") || answer.mediaType().equals("application/xhtml+xml");
    }

    private static boolean marked(Response answer) {
        try (var in = answer.body().open()) {
            var text = new String(in.readNBytes(PEEK), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            return MARKS.stream().anyMatch(text::contains) || FIELD.matcher(text).find();
        } catch (IOException e) {
            return false;
        }
    }
}
