package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.List;

/// The redirect URL here is not the one that the provider has registered.
final class RedirectDiffers {

    private RedirectDiffers() {}

    /// Whether words of a server are about the redirect URL.
    static boolean named(String words) {
        return words.contains("redirect_uri") || words.contains("redirect uri") || words.contains("redirect url") || words.contains("reply url")
                || words.contains("callback url") || words.contains("reply address");
    }

    static Finding finding(Evidence evidence) {
        var ours = evidence.redirect().isEmpty() ? evidence.settings().text("redirect_uri") : evidence.redirect();
        return new Finding("redirect-differs", "The provider does not know our redirect URL " + (ours.isEmpty() ? "" : "\"" + ours + "\" ") + "for this client" + Words.said(evidence) + ".",
                "Enter exactly this URL in the provider's settings of the application: scheme, host, port, path and a slash at the end count. Then log in again.",
                ours.isEmpty() ? List.of() : List.of(new Mend.Copy("Copy the redirect URL", ours)));
    }
}
