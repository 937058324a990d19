package dev.posthorn.ui.runner;

import dev.posthorn.model.RequestItem;
import dev.posthorn.store.KeptRuns;
import dev.posthorn.store.RunSetup;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.workbench.Job;
import dev.posthorn.workbench.RunExport;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the runner asks of the window. What is said to block is never called on the FX thread.
public interface RunnerServices {

    Background background();

    Clock clock();

    /// Empty where what the tab runs is gone.
    Optional<RunSubject> subject();

    /// How it was run the last time. Blocks.
    RunSetup setup();

    /// Blocks.
    void keep(RunSetup setup) throws IOException;

    /// @param chosen in the order of their turns
    /// @param rows   of the data file; empty for none
    RunPlan plan(RunSetup setup, List<RequestItem> chosen, List<Map<String, Object>> rows);

    /// Runs on threads of its own and returns at once; `listener` hears `ended` in every case.
    Job run(RunPlan plan, RunListener listener);

    /// Tokens and the like that must not be kept.
    Set<String> knownSecrets();

    /// The results of earlier runs.
    KeptRuns runs();

    /// Reads a data file. Blocks; the message of the exception is a sentence.
    DataRows data(Path file) throws IOException;

    /// @param columns in the order of the file
    record DataRows(List<String> columns, List<Map<String, Object>> rows) {}

    Optional<Path> chooseFile(String title);

    Optional<Path> saveAs(String title, String name);

    /// The forms in which results can be written, beside the times as CSV.
    List<RunExport> exports();

    /// Shows that request in a tab.
    void open(String item);

    void busy(boolean runs);

    void say(String sentence);

    void trouble(String sentence);
}
