package dev.posthorn.workbench;

import dev.posthorn.http.Cookies;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.script.Host;
import dev.posthorn.script.ScriptWorld;
import dev.posthorn.script.Variables;
import java.time.Duration;

/// One send's place in a run, or alone.
///
/// @param id        of the saved request; empty where it is saved nowhere
/// @param round     the iteration, from 0
/// @param variables what scripts see and change
/// @param cookies   the jar that goes along
/// @param limit     of each script; zero for the usual one
/// @param lenient   send what has variables without a value as it is typed, as Postman does; else nothing is sent then
/// @param began     the moment of `Logins` since when a refused login is not tried again
/// @param world     where the scripts of its run share their globals; null for one of this send's own
/// @param depth     how many `pm.execution.runRequest` led here
record Turn(String name, String id, int round, int rounds, Variables variables, Cookies cookies, Duration limit, boolean lenient, long began, ScriptWorld world, int depth, Heard heard) {

    /// What a script may take where nothing else is said.
    static final Duration LIMIT = Duration.ofMinutes(5);

    /// Hears of scripts while they run, also from threads of their own.
    interface Heard {

        default void said(Host.Severity severity, String text) {}

        /// An awaited request waits for its next try.
        default void pausing(Awaiting.Pause pause) {}

        default void scriptEnded(ScriptRun run) {}

        /// A script sent a request by `pm.sendRequest`. The outcome's bodies can be read until this returns.
        default void scriptSent(Request request, Outcome outcome) {}
    }

    Turn named(String other) {
        return new Turn(other, id, round, rounds, variables, cookies, limit, lenient, began, world, depth, heard);
    }

    Turn within(ScriptWorld other) {
        return new Turn(name, id, round, rounds, variables, cookies, limit, lenient, began, other, depth, heard);
    }

    /// For a request that a waiting script runs: a world holds one script at a time.
    Turn inside(String otherName, String otherId) {
        return new Turn(otherName, otherId, round, rounds, variables, cookies, limit, lenient, began, null, depth + 1, heard);
    }

    Duration scriptLimit() {
        return limit.isZero() ? LIMIT : limit;
    }
}
