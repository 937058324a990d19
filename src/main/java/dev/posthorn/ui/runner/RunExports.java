package dev.posthorn.ui.runner;

import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import dev.posthorn.store.RunSetup;
import dev.posthorn.workbench.RunReplay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes the results of a run to a file that the user chooses: the reports of the command line, and the times as CSV.
record RunExports(RunnerServices services) {

    List<String> names() {
        var names = new ArrayList<String>();
        services.exports().forEach(form -> names.add(form.name()));
        names.add("Times as CSV");
        return names;
    }

    /// @param form its place among the names
    void write(int form, RunHead head, List<RunRow> rows, DetailPane.Source source) {
        var forms = services.exports();
        var csv = form >= forms.size();
        services.saveAs("Export the results", csv ? "run.csv" : forms.get(form).fileName()).ifPresent(file -> services.background().run(() -> {
            if (csv) {
                AtomicFile.write(file, RunCsv.of(rows).getBytes(StandardCharsets.UTF_8));
            } else {
                forms.get(form).write(head.title(), new RunReplay(services.plan(RunSetup.DEFAULT, List.of(), List.of()).context(), head, rows, source::of)::into, file);
            }
            return file;
        }, done -> services.say("Results written to " + done.getFileName()), e -> services.trouble("The results could not be written: " + e.getMessage() + ".")));
    }
}
