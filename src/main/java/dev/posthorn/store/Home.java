package dev.posthorn.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The folder in which the program keeps what is the user's and not a collection's: settings, history, the list of open files.
public record Home(Path folder) {

    /// @param chosen      the system property `posthorn.home`, null or blank where it is not set
    /// @param system      the name of the operating system, as in the property `os.name`
    /// @param environment the environment variables of the process
    /// @param user        the user's home folder
    public static Home locate(String chosen, String system, Map<String, String> environment, Path user) {
        if (chosen != null && !chosen.isBlank()) {
            return new Home(Path.of(chosen).toAbsolutePath());
        }
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Home(set(environment, "APPDATA", user.resolve("AppData").resolve("Roaming")).resolve("Posthorn"));
        }
        if (name.startsWith("mac")) {
            return new Home(user.resolve("Library").resolve("Application Support").resolve("Posthorn"));
        }
        return new Home(set(environment, "XDG_DATA_HOME", user.resolve(".local").resolve("share")).resolve("posthorn"));
    }

    /// The home of the user who runs this process.
    public static Home ofUser() {
        return locate(System.getProperty("posthorn.home"), System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// A relative path in such a variable is to be ignored (XDG Base Directory Specification).
    private static Path set(Map<String, String> environment, String variable, Path otherwise) {
        var value = environment.getOrDefault(variable, "");
        return value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    public Path samples() {
        return folder.resolve("samples");
    }

    Path workspace() {
        return folder.resolve("workspace.json");
    }

    Path preferences() {
        return folder.resolve("preferences.json");
    }

    Path network() {
        return folder.resolve("network.json");
    }

    Path currentValues() {
        return folder.resolve("current-values.json");
    }

    Path secrets() {
        return folder.resolve("secrets.json");
    }

    Path secretsKey() {
        return folder.resolve("secrets.key");
    }

    Path tokens() {
        return folder.resolve("tokens.json");
    }

    Path applications() {
        return folder.resolve("applications.json");
    }

    Path loopbackCertificate() {
        return folder.resolve("localhost.pem");
    }

    Path cookies() {
        return folder.resolve("cookies.json");
    }

    Path history() {
        return folder.resolve("history.db");
    }

    Path trash() {
        return folder.resolve("trash");
    }

    Path runs() {
        return folder.resolve("runs");
    }

    Path runSetups() {
        return folder.resolve("run-setups.json");
    }

    Path drafts() {
        return folder.resolve("drafts");
    }

    Path draftsKey() {
        return drafts().resolve("key");
    }

    Path versions() {
        return folder.resolve("versions.db");
    }
}
