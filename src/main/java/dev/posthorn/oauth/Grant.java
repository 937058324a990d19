package dev.posthorn.oauth;

import java.util.Arrays;
import java.util.Optional;

/// The ways to a token, with the names that files have for them. The first five are Postman's own.
public enum Grant {
    AUTHORIZATION_CODE("authorization_code", "Authorization Code", true),
    PKCE("authorization_code_with_pkce", "Authorization Code (with PKCE)", true),
    IMPLICIT("implicit", "Implicit", true),
    PASSWORD("password_credentials", "Password Credentials", false),
    CLIENT_CREDENTIALS("client_credentials", "Client Credentials", false),
    DEVICE_CODE("device_code", "Device Code", true),
    TOKEN_EXCHANGE("token_exchange", "Token Exchange", false),
    JWT_BEARER("jwt_bearer", "JWT Bearer", false);

    private final String key;
    private final String label;
    private final boolean person;

    Grant(String key, String label, boolean person) {
        this.key = key;
        this.label = label;
        this.person = person;
    }

    /// The value of `grant_type` in a file.
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /// Whether somebody has to log in.
    public boolean person() {
        return person;
    }

    public static Optional<Grant> of(String key) {
        return Arrays.stream(values()).filter(g -> g.key.equals(key)).findFirst();
    }
}
