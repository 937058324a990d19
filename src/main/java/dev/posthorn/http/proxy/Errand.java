package dev.posthorn.http.proxy;

import java.time.Duration;
import java.util.function.Consumer;

/// For whom a connection is opened: how long it may take, and who hears of the talk with a proxy.
///
/// @param connectTimeout of everything up to the open way to the host; zero for none
public record Errand(Duration connectTimeout, Consumer<Round> told) {

    /// Of the send that runs on this thread, for sockets that are opened by somebody else's code.
    public static final ScopedValue<Errand> CURRENT = ScopedValue.newInstance();

    public static final Errand NOBODYS = new Errand(Duration.ZERO, _ -> { });
}
