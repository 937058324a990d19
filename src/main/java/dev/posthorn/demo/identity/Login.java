package dev.posthorn.demo.identity;

import java.time.Instant;
import java.util.List;

/// What was granted to whom, before it becomes tokens.
///
/// @param user     user name; empty where a client acts for itself
/// @param audience whom the tokens are for; empty for the API here
/// @param offline  whether a token that outlives the session was asked for by parameter
/// @param consent  whether the person was asked again (`prompt=consent`)
record Login(String client, String user, List<String> asked, List<String> granted, String nonce, List<String> audience, boolean offline, boolean consent, Instant at) {

    static Login machine(Client client, List<String> scopes, List<String> audience, Instant at) {
        return new Login(client.id(), "", scopes, scopes, "", audience, false, false, at);
    }

    Login withGranted(List<String> scopes) {
        return new Login(client, user, asked, scopes, nonce, audience, offline, consent, at);
    }

    /// OpenID Connect Core §12.2: an id token that comes with a refresh has no nonce.
    Login withoutNonce() {
        return new Login(client, user, asked, granted, "", audience, offline, consent, at);
    }
}
