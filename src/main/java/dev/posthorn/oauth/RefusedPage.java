package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.Evidence.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The provider shows a page with an error where its login should be. It names the reason there alone, in its own words and language.
final class RefusedPage {

    private static final int MOST = 160;

    private RefusedPage() {}

    static Optional<Finding> of(Evidence evidence) {
        var status = Words.status(evidence);
        if (evidence.stage() != Stage.AUTHORIZATION || !evidence.parameters().isEmpty() || status < 400 || status >= 500 || List.of(404, 405, 410, 429).contains(status)) {
            return Optional.empty();
        }
        if (RedirectDiffers.named(Words.all(evidence))) {
            return Optional.of(RedirectDiffers.finding(evidence));
        }
        var ours = evidence.redirect();
        return Optional.of(new Finding("page-refused", "The provider shows an error in place of its login page (" + status + ")" + said(evidence.body()) + ".",
                "Most often the redirect URL is not registered for this client, or the client id or the Auth URL belongs to another environment: compare them with the provider's page.",
                ours.isEmpty() ? List.of() : List.of(new Mend.Copy("Copy the redirect URL", ours))));
    }

    private static String said(String text) {
        var words = text.lines().map(String::strip).filter(l -> !l.isEmpty()).limit(3).collect(Collectors.joining(" "));
        var cut = words.length() > MOST ? words.substring(0, MOST) + "…" : words;
        return cut.isEmpty() ? "" : ": \"" + cut.replaceFirst("\\.$", "") + "\"";
    }
}
