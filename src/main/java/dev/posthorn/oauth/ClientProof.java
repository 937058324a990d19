package dev.posthorn.oauth;

import java.util.Arrays;

/// How the program proves at the token endpoint which client it is, with the names that files have for the ways. The first two are Postman's own.
///
/// 1. Without a client secret there is nothing to prove: only `client_id` goes into the body (RFC 6749 §3.2.1), whichever of the first three is chosen.
/// 2. `tls_client_auth` proves itself by the client certificate of the network settings (RFC 8705 §2): the body has only `client_id`.
public enum ClientProof {
    /// RFC 6749 §2.3.1, each half form-encoded before base64.
    HEADER("header", "Send as Basic Auth header"),
    BODY("body", "Send client credentials in body"),
    /// The whole token request is a GET, its parameters in the query.
    QUERY("query", "Send in the query of a GET"),
    /// OpenID Connect Core §9, signed with the secret.
    SECRET_JWT("client_secret_jwt", "Sign a JWT with the client secret"),
    /// OpenID Connect Core §9, signed with a private key.
    KEY_JWT("private_key_jwt", "Sign a JWT with a private key"),
    CERTIFICATE("tls_client_auth", "Use the TLS client certificate");

    private final String key;
    private final String label;

    ClientProof(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// The value of `client_authentication` in a file.
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /// Header where the file says nothing, or something unknown: what Postman does.
    static ClientProof of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst().orElse(HEADER);
    }
}
