package dev.posthorn.script;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;

/// Runs users' scripts, each in a world of its own that ends with it.
public final class Scripts {

    private final Sandbox sandbox;

    /// @param sandbox belongs to the caller, who closes it
    public Scripts(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Makes the engine and reads what every script needs, so that the first script does not wait for it. Takes some hundred milliseconds.
    public void warm() {
        sandbox.open(java.util.Map.of()).close();
    }

    /// Runs one script to its end, its timers and requests included, on the caller's thread. Never throws for what a script does.
    ///
    /// @param limits of time by the clock, waiting included, and of memory
    public Ran run(Task task, Host host, Limits limits, Cancellation cancellation) {
        throw new UnsupportedOperationException("not built yet");
    }
}
