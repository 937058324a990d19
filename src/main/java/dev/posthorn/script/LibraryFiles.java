package dev.posthorn.script;

import dev.posthorn.js.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The JavaScript files that scripts are made of: ours as they are, those of WebJars wrapped as CommonJS modules, JSON as the value that it is.
final class LibraryFiles {

    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final String OWN = "dev/posthorn/script/";

    /// What a file of a library finds around it; `define` is there so that none takes us for AMD.
    private static final String BEFORE = "(function (exports, require, module, define, process, global, Buffer) {";

    private LibraryFiles() {}

    /// A file by its path on the class path, or one of ours by its name alone; empty where there is none, or where it belongs to neither.
    static Optional<Script> read(String name) {
        var path = name.indexOf('/') < 0 ? OWN + name : name;
        if (!path.startsWith(WEBJARS) && !path.startsWith(OWN)) {
            return Optional.empty();
        }
        return text(path).map(text -> new Script(path, wrapped(path, text)));
    }

    private static Optional<String> text(String path) {
        try (InputStream in = LibraryFiles.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wrapped(String path, String text) {
        if (path.endsWith(".json")) {
            return "(" + text + "\n)";
        }
        return path.startsWith(WEBJARS) ? BEFORE + text + "\n})" : text;
    }
}
