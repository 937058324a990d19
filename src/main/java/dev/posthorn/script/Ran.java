package dev.posthorn.script;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.Visual;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one script came to. Variables were changed while it ran.
///
/// @param fault   what ended it early; null where it ran to its end
/// @param request the request as the script left it, where it changed it before the send; else null
/// @param skip    the request shall not be sent
/// @param next    null where it did not say
/// @param visual  null where it showed nothing
public record Ran(List<Assertion> assertions, ScriptFault fault, Map<String, Object> request, boolean skip, NextRequest next, Visual visual, Duration took) {

    public Ran {
        assertions = List.copyOf(assertions);
    }
}
