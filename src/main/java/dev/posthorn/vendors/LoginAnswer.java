package dev.posthorn.vendors;

import dev.posthorn.auth.SiteUrl;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Response;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Creatio said to a login, and what is wrong with it: its own words where it has some.
///
/// A status of 200 is no success: `Code` 0 in the body is. A refusal is never tried again, so that no account gets locked.
///
/// @param text the body's beginning
record LoginAnswer(String base, Response answer, String text) {

    private static final int QUOTED = 300;
    private static final String PATH = "/ServiceModel/AuthService.svc/Login";

    /// Empty where it let us in.
    Optional<Finding> fault() {
        var status = answer.status();
        if (status >= 300 && status < 400) {
            return Optional.of(elsewhere(Header.first(answer.headers(), "Location").orElse("")));
        }
        var said = said();
        if (said != null) {
            return judged(said);
        }
        return Optional.of(switch (status) {
            case 401 -> finding("login-refused", "The site refuses the login (401) and says no more.", "Check user name and password; a proxy or the web server before Creatio may want a login of its own.");
            case 403 -> finding("login-forbidden", "The site does not let the login through (403): Creatio answers so where the path " + PATH + " is misspelt, or where this address may not log in.",
                    "Compare the base URL with the address that users open, letter by letter; else ask who runs the site which addresses may log in.");
            case 404, 405, 410 -> finding("no-creatio", "There is no login of Creatio at " + base + PATH + ": the server answers " + status + ".",
                    "The base URL is the address that users open, without /0 and without a page behind it, as https://mysite.creatio.com.");
            case 429 -> finding("too-many", "The site has had too many requests (429).", "Wait a while, then send again; nothing is wrong with the settings.");
            default -> status >= 500 ? finding("server-trouble", "The site is in trouble itself: the login is answered with " + status + ".", "Try again later, or look into the log of the server: name and password may be right.")
                    : html() ? finding("html-instead-of-json", base + PATH + " answers with a web page (" + status + ") where JSON is due: that is a page of an application, and no login service of Creatio.",
                            "The base URL is the address that users open, without /0 and without a page behind it; where people log in at a page of their company first, ask for a user who need not.")
                    : finding("not-understood", "The login is answered with " + status + " and nothing that says whether it succeeded: there is no Code in it.",
                            "Compare the base URL with the address that users open; the console shows the whole answer.");
        });
    }

    private boolean html() {
        return answer.mediaType().contains("html") || text.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("<!doctype html") || text.stripLeading().startsWith("<html");
    }

    /// The answer's JSON where it is one of a login; null where not.
    private Json.Obj said() {
        try {
            return JsonReader.read(text) instanceof Json.Obj object && object.has("Code") ? object : null;
        } catch (JsonProblem e) {
            return null;
        }
    }

    private Optional<Finding> judged(Json.Obj said) {
        var code = said.text("Code");
        if (code.equals("0")) {
            return cookies() ? Optional.empty() : Optional.of(finding("no-cookies", "The site let the login in, but sent no cookie with it, so that nobody can prove it later.",
                    "A proxy before the site may take Set-Cookie away; the console shows the whole answer."));
        }
        var message = quoted(said);
        var change = said.text("PasswordChangeUrl");
        if (!change.isBlank()) {
            return Optional.of(new Finding("password-expired", "The password has expired, and Creatio wants a new one" + message + ".",
                    "Set a new password at " + whole(change) + ", then type it here.", List.of(new Mend.Copy("Copy the address", whole(change)))));
        }
        var redirect = said.text("RedirectUrl");
        if (!redirect.isBlank()) {
            return Optional.of(new Finding("login-elsewhere", "Creatio does not let this user in here, and sends people on to " + whole(redirect) + message + ".",
                    "Open that address in a browser and finish what it asks for, then send again.", List.of(new Mend.Copy("Copy the address", whole(redirect)))));
        }
        return Optional.of(finding("login-refused", message.isEmpty() ? "Creatio refused the login with Code " + code + " and without a message." : "Creatio refused the login" + message + ".",
                "Correct user name or password in the Authorization tab. It was tried once, and is not tried again by itself, so that the account is not locked."));
    }

    private boolean cookies() {
        return answer.headers().stream().anyMatch(h -> h.is("Set-Cookie"));
    }

    /// ": “Invalid username or password specified.”", from Message or the Exception in it.
    private static String quoted(Json.Obj said) {
        var inner = said.object("Exception");
        var words = said.text("Message").isBlank() ? inner == null ? said.text("Exception") : inner.text("Message") : said.text("Message");
        var line = words.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "" : ": “" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "”";
    }

    private String whole(String address) {
        return address.contains("://") ? address : address.startsWith("/") ? SiteUrl.origin(base) + address : base + "/" + address;
    }

    private Finding elsewhere(String location) {
        var to = whole(location);
        var at = to.indexOf(PATH);
        if (at > 0) {
            return new Finding("site-moved", "The site has moved: its login sends us on to " + to.substring(0, at) + " (" + answer.status() + ").", "Take that address as base URL. The password was not sent there.",
                    List.of(new Mend.Change("Take the new base URL", Map.of("baseUrl", to.substring(0, at)))));
        }
        return finding("login-elsewhere", "The login is sent on to " + (location.isBlank() ? "nowhere" : SiteUrl.of(to)) + " (" + answer.status() + ") instead of being answered.",
                "The base URL is the address that users open, without /0 and without a page behind it; where people log in at a page of their company first, ask for a user who need not.");
    }

    private static Finding finding(String fault, String sentence, String advice) {
        return new Finding(fault, sentence, advice, List.of());
    }

    /// Never the body.
    @Override
    public String toString() {
        return "LoginAnswer[" + base + ", " + answer.status() + "]";
    }
}
