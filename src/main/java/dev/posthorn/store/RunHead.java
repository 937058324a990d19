package dev.posthorn.store;

import java.time.Duration;
import java.time.Instant;

/// What a kept run was and what it came to, in a line.
///
/// @param id          its folder among the kept runs of its collection; empty for one that is not kept
/// @param title       the collection or folder that was run
/// @param item        the id of that folder; empty for the whole collection
/// @param environment by its name; empty for none
/// @param stopped     why it ended early, in words that follow "stopped: "; empty where it did not
/// @param planned     requests that were to be sent, all rounds together
/// @param tests       that were judged, skipped ones left out
public record RunHead(String id, String title, String item, String environment, Instant began, Duration took, boolean cancelled, String stopped, int rounds, int planned,
        int answered, int failed, int skipped, int tests, int failedTests, int skippedTests, int scripts, int failedScripts) {

    /// How a run is judged at a glance.
    public enum Verdict { GREEN, FAILED, CUT_SHORT }

    public Verdict verdict() {
        return failed + failedTests + failedScripts > 0 ? Verdict.FAILED : cancelled || !stopped.isEmpty() ? Verdict.CUT_SHORT : Verdict.GREEN;
    }

    public int requests() {
        return answered + failed + skipped;
    }

    RunHead withId(String kept) {
        return new RunHead(kept, title, item, environment, began, took, cancelled, stopped, rounds, planned, answered, failed, skipped, tests, failedTests, skippedTests, scripts, failedScripts);
    }
}
