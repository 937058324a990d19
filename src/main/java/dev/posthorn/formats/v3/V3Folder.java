package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Wrapper;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Opens Postman v3 folders: a collection as the model and as the 2.x tree that it would be exported as, with what its sidecars keep.
public final class V3Folder {

    private static final Pattern ENVIRONMENT = Pattern.compile("(?s)(.+)\\.environment\\.(yaml|yml|json)");
    private static final Pattern GLOBALS = Pattern.compile("(?s)(.+)\\.globals\\.(yaml|yml|json)");

    /// A collection. Ids of its items are the paths of their files and folders, relative to the collection's folder, `/` between the parts.
    ///
    /// @param tree    the same as JSON of a 2.x file, in the dialect of the file that it was imported from; 2.1 where it was made in v3
    /// @param report  what 2.x has no place for
    /// @param wrapper what stood around it in the file that it was imported from
    public record OfCollection(Map<String, Object> tree, Collection collection, Report report, Wrapper wrapper) {}

    public record OfEnvironment(Map<String, Object> tree, Environment environment, Report report, Wrapper wrapper) {}

    private V3Folder() {}

    /// Whether a folder is a collection: it says so in its definition, or holds requests.
    public static boolean isCollection(Path folder) {
        if (Stream.of("definition.yaml", "definition.yml").anyMatch(name -> Files.isRegularFile(folder.resolve(".resources").resolve(name)))) {
            return true;
        }
        try (var entries = Files.list(folder)) {
            return entries.anyMatch(e -> FolderScan.REQUEST.matcher(e.getFileName().toString()).matches());
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    /// The collections of a folder: itself, or all in its `postman/collections`.
    public static List<Path> collections(Path folder) {
        var all = folder.resolve("postman").resolve("collections");
        if (!Files.isDirectory(all)) {
            return isCollection(folder) ? List.of(folder) : List.of();
        }
        return entries(all).stream().filter(e -> Files.isDirectory(e) && !e.getFileName().toString().startsWith(".")).toList();
    }

    /// The environment and globals files of a folder.
    public static List<Path> environments(Path folder) {
        var files = new ArrayList<>(entries(folder.resolve("postman").resolve("environments")).stream().filter(f -> matches(f, ENVIRONMENT)).toList());
        files.addAll(entries(folder.resolve("postman").resolve("globals")).stream().filter(f -> matches(f, GLOBALS)).toList());
        return files;
    }

    private static boolean matches(Path file, Pattern name) {
        return name.matcher(file.getFileName().toString()).matches();
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    /// Reads a collection's folder. Only a folder that cannot be listed at all fails.
    public static OfCollection read(Path folder) throws IOException {
        var root = new FolderScan(folder).read();
        var files = SidecarFiles.read(SidecarFiles.folder(folder));
        return new V3Reading(root, files).collection();
    }

    /// Reads an environment or globals file.
    ///
    /// @throws IOException with a sentence, also where the file is no sound YAML or JSON
    public static OfEnvironment readEnvironment(Path file) throws IOException {
        var name = file.getFileName().toString();
        var globals = matches(file, GLOBALS);
        var pattern = (globals ? GLOBALS : ENVIRONMENT).matcher(name);
        var stem = pattern.matches() ? pattern.group(1) : name;
        var v3 = environmentTree(file);
        var canonical = V3Environment.read(v3, stem, globals);
        var folder = file.toAbsolutePath().normalize().getParent();
        var home = folder.getParent() == null || folder.getParent().getParent() == null ? folder : folder.getParent().getParent();
        var sidecar = environmentSidecar(home.resolve(V3Export.SIDECARS).resolve("." + folder.getFileName()), name, canonical, folder);
        var tree = Restore.map(canonical, sidecar.edits());
        var rows = new ArrayList<Report.Row>();
        V3Only.ofEnvironment(v3, rows);
        return new OfEnvironment(tree, V3Model.environment(tree, stem), new Report(rows), V3Wrapper.read(sidecar.forms(), canonical));
    }

    private static Map<String, Object> environmentTree(Path file) throws IOException {
        try {
            var text = dev.posthorn.tree.TextFile.of(Files.readAllBytes(file)).text();
            var tree = Plain.map(dev.posthorn.tree.Yaml.read(text));
            return tree == null ? new LinkedHashMap<>() : tree;
        } catch (dev.posthorn.tree.YamlProblem e) {
            throw new IOException("The YAML of " + file.getFileName() + " is broken at line " + e.line() + ", column " + e.column() + ": " + e.getMessage(), e);
        }
    }

    /// The sidecar of the same file name, else one whose file is gone and whose content is the same.
    private static Sidecar environmentSidecar(Path folder, String name, Map<String, Object> canonical, Path environments) {
        var notes = new ArrayList<String>();
        var own = SidecarFiles.one(folder.resolve(name + ".json"), notes);
        if (own != null) {
            return own;
        }
        var all = Sidecar.marks(canonical).get("all");
        return SidecarFiles.read(folder).byPath().entrySet().stream().filter(e -> !Files.exists(environments.resolve(e.getKey())))
                .filter(e -> all.equals(e.getValue().marks().get("all"))).map(Map.Entry::getValue).findFirst().orElse(Sidecar.NONE);
    }
}
