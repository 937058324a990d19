package dev.posthorn.cli;

import dev.posthorn.model.Folder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The words of a command line that name one request, a folder of them or a whole collection.
final class SomeRequests extends RequestWords {

    @CommandLine.Parameters(index = "1", arity = "0..1", paramLabel = "REQUEST", description = "A request, \"Folder/Name\", or a folder; all requests where none is named.")
    private String name;

    /// One or more, each as it is seen at its place.
    List<Chosen> read(Machine machine) throws Misuse {
        var all = new ArrayList<Chosen>();
        for (var found : names(machine).some(name)) {
            all.add(chosen(found, machine, false));
        }
        return all;
    }
}
