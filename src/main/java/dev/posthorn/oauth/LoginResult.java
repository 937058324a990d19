package dev.posthorn.oauth;

import dev.posthorn.model.Finding;
import java.util.List;

/// How a login ended.
public sealed interface LoginResult {

    /// @param notes what the doctor has to say although it worked: scopes that were cut, no refresh token, an issuer that differs
    record In(StoredToken token, List<Finding> notes) implements LoginResult {
        public In {
            notes = List.copyOf(notes);
        }
    }

    record Failed(Finding finding) implements LoginResult {}

    /// `reason` completes "was ended: ".
    record Ended(String reason) implements LoginResult {}
}
