package dev.posthorn.oauth;

import dev.posthorn.model.Auth;

/// Settings of OAuth 2.0 as they stand in a file, read by Postman's keys; variables are resolved already.
public record OAuthSettings(Auth values) {

    public String text(String key) {
        return values.text(key).strip();
    }

    /// What a missing or unknown `grant_type` means is for the user to say.
    public java.util.Optional<Grant> grant() {
        return Grant.of(text("grant_type"));
    }
}
