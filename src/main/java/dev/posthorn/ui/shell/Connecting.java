package dev.posthorn.ui.shell;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Level;
import dev.posthorn.model.Settings;
import dev.posthorn.store.AddResult;
import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.SaveResult;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.vendors.Connection;
import dev.posthorn.vendors.Vendor;
import dev.posthorn.vendors.VendorCall;
import dev.posthorn.workbench.ConnectionCheck;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;

/// Opens the guided start over the window and writes what comes of it: an environment with the values, its secrets on this machine, and a collection that uses it.
final class Connecting {

    private final Parts parts;
    private final Background background;
    private final Overlays overlays;
    private final Files files;
    private final Tabs tabs;
    private final Choosers choosers;
    private final Toasts toasts;
    private final StatusBar status;

    Connecting(Parts parts, Background background, Overlays overlays, Files files, Tabs tabs, Choosers choosers, Toasts toasts, StatusBar status) {
        this.parts = parts;
        this.background = background;
        this.overlays = overlays;
        this.files = files;
        this.tabs = tabs;
        this.choosers = choosers;
        this.toasts = toasts;
        this.status = status;
    }

    /// @param folder where the collection goes unless the user says otherwise
    void open(Vendor vendor, Path folder) {
        var sheet = new ConnectSheet(vendor, background, folder, () -> choosers.folder("Where to make the collection"), new ConnectSheet.Events() {
            @Override
            public Optional<Connection> check(Connection connection, Consumer<ConnectionCheck.Step> told, Cancellation cancellation) {
                return new ConnectionCheck(parts.workbench(), files.desk().context(null), told, cancellation).run(connection);
            }

            @Override
            public void make(Connection connection, String name, Path folder, Consumer<String> refused) {
                Connecting.this.make(connection, name, folder, refused);
            }
        }, overlays::close);
        overlays.show(sheet, Pos.CENTER);
        sheet.focusFirst();
    }

    private void make(Connection connection, String name, Path folder, Consumer<String> refused) {
        var names = files.desk().names();
        background.run(() -> written(connection, name, folder, names), made -> {
            overlays.close();
            files.tell();
            files.choose(made.environment());
            tabs.open(new Place(made.collection().file(), made.first()), true);
            status.say("“" + made.collection().collection().name() + "” is ready, with the environment “" + made.environment() + "”");
        }, e -> refused.accept(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    private record Made(Opened.Good collection, String first, String environment) {}

    private Made written(Connection connection, String name, Path folder, List<String> taken) throws IOException {
        var free = free(name, folder, taken);
        var environment = environment(free, connection);
        try {
            return filled(connection, free, folder, environment.environment().name());
        } catch (IOException | InvalidPathException e) {
            parts.stores().environments().delete(environment);
            throw e;
        }
    }

    private OpenedEnvironment environment(String name, Connection connection) throws IOException {
        return switch (parts.stores().environments().create(null, name, EnvironmentFiles.Kind.JSON, connection.variables())) {
            case EnvironmentFiles.Result.Done(var now) -> now;
            case EnvironmentFiles.Result.Refused(var sentence) -> throw new IOException(sentence);
        };
    }

    /// With a number behind it where the folder has such a collection, or the workspace such an environment.
    private static String free(String name, Path folder, List<String> taken) {
        var free = name;
        for (var number = 2; taken.contains(free) || java.nio.file.Files.exists(folder.resolve("postman").resolve("collections").resolve(free.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").strip())); number++) {
            free = name + " " + number;
        }
        return free;
    }

    private Made filled(Connection connection, String name, Path folder, String environment) throws IOException {
        var workspace = parts.workspace();
        if (!(workspace.createCollection(folder, name, Workspace.Kind.V3) instanceof Opened.Good good)) {
            throw new IOException("The collection was written to " + folder + ", but cannot be read again.");
        }
        var description = "Calls to " + connection.vendor().title() + ". The address and the credentials are in the environment “" + environment + "”; the authorization of this collection logs in by itself.";
        var variables = connection.vendor() == Vendor.WORKFLOW_SERVER ? List.of(Entry.of("processId", UUID.randomUUID().toString()).withDescription("The process that the requests are about.")) : List.<Entry>of();
        var now = saved(workspace.saveLevel(good, "", new Level(description, connection.shared(), variables, List.of(), Settings.NONE)));
        var first = "";
        for (var call : connection.calls()) {
            if (!(workspace.append(now, "", call.title(), request(call)) instanceof AddResult.Added(var next, var id, _))) {
                throw new IOException("“" + call.title() + "” could not be added to the collection.");
            }
            now = next;
            first = first.isEmpty() ? id : first;
        }
        return new Made(now, first, environment);
    }

    private static dev.posthorn.model.Request request(VendorCall call) {
        var request = call.request();
        return request.withAddress(request.url().replace("{{$guid}}", "{{processId}}"), request.query(), request.pathVariables()).withDescription(call.summary());
    }

    private static Opened.Good saved(SaveResult result) throws IOException {
        return switch (result) {
            case SaveResult.Saved(var now, _) -> now;
            case SaveResult.Conflict(var now, _) -> now;
            case SaveResult.Refused(var sentence) -> throw new IOException(sentence);
        };
    }
}
