package dev.posthorn.cli;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.imports.Importers;
import dev.posthorn.imports.Pasted;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Gets what a link points to, by the same engine that sends requests.
public final class WorkbenchFetch implements Pasted.Fetch {

    private final Supplier<Workbench> workbench;

    /// @param workbench makes one for each link, which closes it
    public WorkbenchFetch(Supplier<Workbench> workbench) {
        this.workbench = workbench;
    }

    @Override
    public byte[] fetch(URI link) throws IOException {
        try (var bench = workbench.get()) {
            var outcome = bench.sendNow(Request.get(link.toString()), Context.none(Path.of("").toAbsolutePath()), Progress.silent(), new Cancellation());
            try {
                return switch (outcome) {
                    case Outcome.Received received -> bytes(link, received.response());
                    case Outcome.Failed failed -> throw new IOException(failed.failure().sentence() + " " + failed.failure().advice());
                    case Outcome.Cancelled _, Outcome.Skipped _ -> throw new IOException("Getting " + link + " was stopped.");
                };
            } finally {
                Workbench.release(outcome);
            }
        }
    }

    private static byte[] bytes(URI link, Response response) throws IOException {
        if (response.status() / 100 != 2) {
            throw new IOException(link + " answered " + response.status() + (response.reason().isEmpty() ? "" : " " + response.reason()) + ", so there is nothing to open.");
        }
        if (response.body().size() > Importers.LIMIT) {
            throw new IOException(link + " is too big to be opened: the limit is " + (Importers.LIMIT >> 20) + " MB.");
        }
        try (var in = response.body().open()) {
            return in.readAllBytes();
        }
    }
}
