package dev.posthorn.script;

import dev.posthorn.js.Script;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// Our JavaScript, in the order in which it is put together in every script's world. A new file is one line here.
final class ScriptFiles {

    static final List<String> ALL = List.of("core.js", "core-words.js", "core-console.js", "core-test.js");

    private static final String FOLDER = "dev/posthorn/script/";

    private final ConcurrentHashMap<String, Script> read = new ConcurrentHashMap<>();

    List<Script> boot() {
        return ALL.stream().map(name -> load(FOLDER + name)).toList();
    }

    /// Null where there is no such file.
    Script load(String path) {
        return read.computeIfAbsent(path, p -> LibraryFiles.read(p).orElse(null));
    }
}
