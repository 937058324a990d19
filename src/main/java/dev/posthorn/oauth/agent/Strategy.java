package dev.posthorn.oauth.agent;

import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.UserAgent.Unusable;
import java.util.List;
import java.util.Set;

/// The ways in which a login can be shown and come back.
public enum Strategy {
    BROWSER("System browser", "Your own browser, which comes back to an address of this machine."),
    WINDOW("Posthorn's window", "A window with cookies of its own, which is closed when the provider redirects."),
    PASTE("Paste the address", "Any browser, on any machine; the address that it ends at is pasted here.");

    /// To be registered at a provider where nothing else is asked for.
    public static final String OWN = "http://127.0.0.1:47823/callback";

    /// Postman's pages. They belong to Postman: only a window that watches the address can take the code from them.
    private static final Set<String> OF_POSTMAN = Set.of("https://oauth.pstmn.io/v1/callback", "https://oauth.pstmn.io/v1/browser-callback", "https://www.getpostman.com/oauth2/callback",
            "https://app.getpostman.com/oauth2/callback");

    /// Redirect URLs to choose from.
    public static final List<Preset> PRESETS = List.of(
            new Preset("This machine, any free port", Loopback.PRESET, "For providers that allow any port of 127.0.0.1 (RFC 8252): the real port is added at each login."),
            new Preset("This machine, one port", OWN, "For providers that compare the redirect URL letter by letter."),
            new Preset("This machine, over TLS", "https://localhost:47824/callback", "For providers that insist on https. Your browser will warn once, since the certificate is Posthorn's own."),
            new Preset("Postman's callback", "https://oauth.pstmn.io/v1/callback", "Where it is registered already. It works in Posthorn's window, which takes the code before the page is loaded."),
            new Preset("Shown by the provider", RedirectAddress.BY_HAND, "The provider shows a code, which is pasted here."));

    private final String label;
    private final String summary;

    Strategy(String label, String summary) {
        this.label = label;
        this.summary = summary;
    }

    /// @param url  of the redirect
    /// @param note when to take it
    public record Preset(String label, String url, String note) {}

    /// What was chosen, and what is to be known about it.
    ///
    /// @param note as a sentence; empty for nothing
    /// @param copy a redirect URL of ours that should be registered instead; empty for none
    public record Choice(Strategy strategy, String note, String copy) {}

    public String label() {
        return label;
    }

    public String summary() {
        return summary;
    }

    /// What fits the redirect URL of these settings. One that cannot be read is left to the agent's own words.
    ///
    /// @param window whether there is a window; a command has none
    public static Choice of(OAuthSettings settings, boolean window) {
        var wanted = settings.text("redirect_uri");
        var browser = settings.text("useBrowser").equals("true");
        if (wanted.isEmpty()) {
            return new Choice(BROWSER, "", "");
        }
        RedirectAddress address;
        try {
            address = RedirectAddress.of(wanted);
        } catch (Unusable e) {
            return new Choice(BROWSER, "", "");
        }
        var other = window ? WINDOW : PASTE;
        if (address.byHand()) {
            return new Choice(window && settings.text("redirectStrategy").equals("title") ? WINDOW : PASTE, "", "");
        }
        if (address.loopback()) {
            return new Choice(BROWSER, address.secure() ? "Your browser will warn about the certificate of localhost, which is Posthorn's own." : "", "");
        }
        if (OF_POSTMAN.contains(wanted)) {
            return new Choice(other, "This redirect URL belongs to Postman" + (browser ? ", whose own program the system's browser would open" : "") + ". " + (window
                    ? "Posthorn's window takes the code before that page is loaded." : "Paste the address that the browser ends at.")
                    + " To log in with the system's browser, register Posthorn's own redirect URL at the provider.", OWN);
        }
        return new Choice(other, browser ? "The system's browser cannot come back to Posthorn from " + address.host() + ". To log in with it, register Posthorn's own redirect URL at the provider." : "",
                browser ? OWN : "");
    }
}
