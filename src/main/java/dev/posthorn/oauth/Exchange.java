package dev.posthorn.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Wire;

/// Sends one request of a login through the engine, with its proxies, certificates and console. It follows no redirect and knows no cookie.
public interface Exchange {

    /// Blocks. The bodies of the outcome are the caller's to release.
    ///
    /// @param purpose what it is called in the console: "token request of Creatio"
    Outcome send(Wire wire, String purpose, Cancellation cancellation);
}
