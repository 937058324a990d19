package dev.posthorn.store;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The list of open files, as it is kept between two runs.
///
/// @param files       collections and environments, collection folders too, in the order of the tree
/// @param folders     opened as a whole: what comes up in them later is opened too
/// @param closed      files in these folders that the user closed
/// @param environment the file of the chosen environment, null where none is chosen
record WorkspaceFile(List<Path> files, List<Path> folders, List<Path> closed, Path environment) {

    /// Reads the list. A broken one is moved aside and said in `notes`; null where there is none yet.
    static WorkspaceFile read(Path file, List<String> notes) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Json.Obj root) {
                return new WorkspaceFile(paths(root, "files"), paths(root, "folders"), paths(root, "closed"),
                        root.text("environment").isEmpty() ? null : Path.of(root.text("environment")));
            }
            notes.add(aside(file, "it is no JSON object"));
        } catch (JsonProblem | IOException | InvalidPathException e) {
            notes.add(aside(file, e.getMessage()));
        }
        return new WorkspaceFile(List.of(), List.of(), List.of(), null);
    }

    private static List<Path> paths(Json.Obj root, String key) {
        var paths = new ArrayList<Path>();
        for (var element : root.list(key)) {
            if (element instanceof Json.Text text && !text.value().isEmpty()) {
                paths.add(Path.of(text.value()));
            }
        }
        return paths;
    }

    private static String aside(Path file, String reason) {
        try {
            return "The list of open files could not be read (" + reason + "); it was moved to " + AtomicFile.setAside(file)
                    + ". Open your collections again.";
        } catch (IOException e) {
            return "The list of open files " + file + " could not be read (" + reason + "). Open your collections again.";
        }
    }

    void write(Path file) throws IOException {
        var root = new LinkedHashMap<String, Object>();
        root.put("files", files.stream().map(Path::toString).toList());
        root.put("folders", folders.stream().map(Path::toString).toList());
        root.put("closed", closed.stream().map(Path::toString).toList());
        root.put("environment", environment == null ? null : environment.toString());
        AtomicFile.write(file, JsonWriter.pretty(root).getBytes(StandardCharsets.UTF_8));
    }
}
