package dev.posthorn.http.tls;

import java.net.Socket;
import java.security.Principal;
import javax.net.ssl.X509ExtendedKeyManager;

/// What a client shows to a server that asks for its certificate: nothing where only a socket is known, and never anything as a server itself.
public abstract class ClientKeys extends X509ExtendedKeyManager {

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public final String[] getServerAliases(String type, Principal[] issuers) {
        return null;
    }

    @Override
    public final String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }
}
