package dev.posthorn.store;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Names one variable for what this machine alone knows of it: the file that declares it, and its name.
///
/// @param scope the place that declares it, as `scope(…)` makes it
public record VariableKey(String scope, String name) {

    /// Files that hold one environment; the environments of other files (data dumps) are told apart by their names.
    private static final Pattern OF_ONE = Pattern.compile("(?i)(.*\\.)?(postman_)?(environment|globals|env)\\.(json|ya?ml)|\\.env.*|.*\\.env");

    /// The place of an environment or of the globals. One that lives in no file goes by its name.
    public static String scope(OpenedEnvironment opened) {
        var name = opened.environment().globals() ? "globals" : opened.environment().name();
        if (opened.file() == null) {
            return "#" + name;
        }
        var file = scope(opened.file());
        return OF_ONE.matcher(opened.file().getFileName().toString()).matches() ? file : file + "#" + name;
    }

    /// The place of a collection's own variables.
    public static String scope(Opened.Good collection) {
        return scope(collection.file());
    }

    static String scope(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
