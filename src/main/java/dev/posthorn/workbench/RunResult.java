package dev.posthorn.workbench;

import dev.posthorn.script.Variables;
import java.time.Duration;
import java.time.Instant;

/// What a run came to.
///
/// @param variables as they were at the end, for the exports; with several lanes those of the first
/// @param stopped   why it ended early, in words that follow "stopped: "; empty where it did not
public record RunResult(Counts counts, boolean cancelled, String stopped, Instant began, Duration took, Variables variables) {

    /// @param planned  requests that were to be sent, all rounds together
    /// @param answered requests that got an answer, of whatever status
    /// @param failed   requests that got none
    /// @param skipped  requests that scripts did not want sent
    /// @param tests    assertions that were judged, skipped ones left out
    /// @param scripts  that ran
    public record Counts(int rounds, int planned, int answered, int failed, int skipped, int tests, int failedTests, int scripts, int failedScripts) {}

    public boolean green() {
        return counts.failed() == 0 && counts.failedTests() == 0 && counts.failedScripts() == 0 && !cancelled && stopped.isEmpty();
    }
}
