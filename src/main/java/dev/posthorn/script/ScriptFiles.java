package dev.posthorn.script;

import dev.posthorn.js.Script;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Our JavaScript, in the order in which it is put together in every world. A new file is one line here.
final class ScriptFiles {

    /// Once in a world.
    static final List<String> ALL = List.of("core.js", "core-world.js", "core-words.js", "core-console.js", "core-test.js", "libraries.js", "expect.js", "sdk.js", "globals.js",
            "pm.js", "legacy.js");

    private static final String FOLDER = "dev/posthorn/script/";

    private final ConcurrentHashMap<String, Script> read = new ConcurrentHashMap<>();

    List<Script> boot() {
        return ALL.stream().map(this::load).toList();
    }

    /// A file of ours by its name, a library's by its path on the class path; null where there is no such file.
    Script load(String name) {
        return read.computeIfAbsent(name.indexOf('/') < 0 ? FOLDER + name : name, path -> LibraryFiles.read(path).orElse(null));
    }
}
