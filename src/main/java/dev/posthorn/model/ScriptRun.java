package dev.posthorn.model;

import java.time.Duration;
import java.util.List;

/// What one script did around one send.
///
/// @param level whose script it is: "collection Shop", "folder Orders", "request Get an order"
/// @param item  the id of the folder or request it stands at; empty for the collection's, and for a request that is saved nowhere
/// @param fault what ended it early; null where it ran to its end
public record ScriptRun(Script.Phase phase, String level, String item, List<Assertion> assertions, ScriptFault fault, Duration took) {

    public ScriptRun {
        assertions = List.copyOf(assertions);
    }
}
