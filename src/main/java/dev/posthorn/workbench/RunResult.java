package dev.posthorn.workbench;

import java.time.Duration;

/// What a run came to.
///
/// @param answered requests that got an answer, of whatever status
/// @param failed   requests that got none
/// @param skipped  requests that a cancel kept from being sent
public record RunResult(int requests, int answered, int failed, int skipped, boolean cancelled, Duration took) {

    public boolean green() {
        return failed == 0 && !cancelled;
    }
}
