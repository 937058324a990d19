package dev.posthorn.js;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/// What every script's world is made of: the language and nothing else. No files, network, processes, threads, Java classes or other languages.
final class World {

    /// Longest string that a script can make, in characters.
    private static final int LONGEST_STRING = 1 << 27;
    /// Most elements of a typed array or bytes of a buffer.
    private static final int BIGGEST_BUFFER = 1 << 27;

    private World() {}

    static Engine engine() {
        return Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
    }

    /// All worlds have the same options: only then do they share what was parsed.
    static Context context(Engine engine) {
        return Context.newBuilder("js").engine(engine).allowAllAccess(false).allowHostAccess(HostAccess.NONE).allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE).allowCreateThread(false).allowNativeAccess(false).allowCreateProcess(false)
                .allowExperimentalOptions(true).option("js.load", "false").option("js.print", "false").option("js.console", "false")
                .option("js.v8-compat", "true").option("js.global-arguments", "false").option("js.polyglot-builtin", "false").option("js.java-package-globals", "false")
                .option("js.agent-can-block", "false").option("js.max-apply-argument-length", "200000").option("js.unhandled-rejections", "handler").option("js.lazy-translation", "true")
                .option("js.string-length-limit", Integer.toString(LONGEST_STRING)).option("js.max-typed-array-length", Integer.toString(BIGGEST_BUFFER)).build();
    }
}
