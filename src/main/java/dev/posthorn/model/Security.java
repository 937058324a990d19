package dev.posthorn.model;

import java.util.List;

/// How a connection was secured.
///
/// @param version  "TLSv1.3"
/// @param cipher   the suite's standard name, "TLS_AES_128_GCM_SHA256"
/// @param chain    the server's certificates, its own first; empty where none was shown
/// @param verified false where verification was off for this host
/// @param client   subject of the certificate that we showed; empty for none
public record Security(String version, String cipher, List<Certificate> chain, boolean verified, String client) {
    public Security {
        chain = List.copyOf(chain);
    }
}
