package dev.posthorn.http.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;

/// Answers a server that asks for our certificate: with the one that is set for its host, whatever authorities it names, or with none.
/// What it asked for is remembered, since its refusal will not repeat it.
final class ShownKey extends ClientKeys {

    private static final String ALIAS = "own";

    private final Identity identity;
    private final Requests requests;

    /// @param identity null for none
    ShownKey(Identity identity, Requests requests) {
        this.identity = identity;
        this.requests = requests;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        if (socket instanceof SSLSocket secure && secure.getHandshakeSession() != null) {
            var session = secure.getHandshakeSession();
            var names = issuers == null ? List.<String>of() : Arrays.stream(issuers).map(Principal::getName).toList();
            requests.remember(session.getPeerHost(), session.getPeerPort(), new Requests.Request(names, List.of(types)));
        }
        return identity != null && Arrays.stream(types).anyMatch(this::fits) ? ALIAS : null;
    }

    private boolean fits(String type) {
        var own = identity.key().getAlgorithm();
        return type.equals(own) || type.equals("EC") && own.equals("ECDSA") || type.startsWith("Ed") && own.startsWith("Ed") || type.startsWith("EC_") && own.equals("EC")
                || type.equals("RSA") && own.equals("RSASSA-PSS");
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        return chooseClientAlias(types, issuers, null);
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return identity != null && fits(type) ? new String[] {ALIAS} : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity == null ? null : identity.key();
    }
}
