package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.oauth.Evidence.Stage;
import java.util.Optional;

/// The provider shows a page with an error where its login should be, and the redirect URL is spoken of in words that nobody knows here.
final class RefusedPage {

    private RefusedPage() {}

    static Optional<Finding> of(Evidence evidence) {
        return evidence.stage() == Stage.AUTHORIZATION && evidence.parameters().isEmpty() && Words.status(evidence) >= 400 && RedirectDiffers.named(Words.all(evidence))
                ? Optional.of(RedirectDiffers.finding(evidence)) : Optional.empty();
    }
}
