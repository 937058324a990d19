package dev.posthorn.ui.shell;

import dev.posthorn.store.CookieFile;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Drafts;
import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.History;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptLogins;
import dev.posthorn.store.KeptRuns;
import dev.posthorn.store.LocalValues;
import dev.posthorn.store.NetworkFile;
import dev.posthorn.store.PreferencesFile;
import dev.posthorn.store.RunSetups;
import dev.posthorn.store.Secrets;
import dev.posthorn.store.SecretsTrouble;
import dev.posthorn.store.Versions;
import dev.posthorn.store.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// Everything on disk that the window works with. Nothing is touched before it is asked for.
public record Stores(Home home, Workspace workspace, History history, PreferencesFile preferences, Drafts drafts, Versions versions, LocalValues values,
        EnvironmentFiles environments, NetworkFile network, CookieFile cookies, KeptLogins logins, KeptRuns runs, RunSetups runSetups) implements AutoCloseable {

    /// The program's own files lie in `home`; `samples` is the folder of the collections that it brings along, null for none.
    public static Stores of(Home home, Path samples, Secrets secrets, Clock clock) {
        var versions = new Versions(home, clock);
        var workspace = new Workspace(home, samples, versions);
        var values = new LocalValues(new CurrentValues(home), secrets);
        workspace.listen(values::follow);
        return new Stores(home, workspace, new History(home, clock), new PreferencesFile(home), new Drafts(home), versions, values,
                new EnvironmentFiles(home, workspace, values), new NetworkFile(home, secrets), new CookieFile(home, clock), new KeptLogins(home, secrets),
                new KeptRuns(home, clock), new RunSetups(home));
    }

    @Override
    public void close() {
        workspace.close();
        drafts.close();
        cookies.close();
        versions.close();
        history.close();
        try {
            network.flush();
        } catch (IOException | SecretsTrouble e) {
            // Said when it was first tried; nobody looks any more.
        }
    }
}
