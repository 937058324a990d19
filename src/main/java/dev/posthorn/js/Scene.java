package dev.posthorn.js;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/// One world of JavaScript with our own files in it, read once, and the bridge by which the script that runs there reaches the program.
final class Scene {

    private final Context context;
    private final Sources sources;
    private final Value driver;
    private Loop now;
    private boolean inside;

    /// Reads our files; on the thread of the first script.
    Scene(Context context, Sources sources, Loop first) {
        this.context = context;
        this.sources = sources;
        this.now = first;
        this.driver = booted(first.play());
    }

    private Value booted(Play play) {
        Value made = null;
        for (var file : play.files()) {
            var function = context.eval(sources.of(file));
            if (made == null) {
                made = function.execute(bridge());
            } else {
                function.execute(made.getMember("ph"));
            }
        }
        return made;
    }

    /// Takes the world over for a script, on its thread. False where earlier scripts have spoilt it.
    boolean enter(Loop loop) {
        now = loop;
        try {
            context.enter();
            inside = true;
            if (driver.invokeMember("begin", loop.play().state()).asBoolean()) {
                return true;
            }
        } catch (PolyglotException | IllegalStateException e) {
            exit();
            return false;
        }
        exit();
        return false;
    }

    /// The script is through; on its thread.
    void exit() {
        if (inside) {
            inside = false;
            leave();
        }
    }

    private void leave() {
        try {
            context.leave();
        } catch (PolyglotException | IllegalStateException e) {
            // It was closed meanwhile: there is nothing left to leave.
            return;
        }
    }

    Value driver() {
        return driver;
    }

    Value script(Script script) {
        return context.eval(sources.of(script));
    }

    /// Ends what runs here; from any thread.
    void close() {
        try {
            context.close(true);
        } catch (PolyglotException | IllegalStateException e) {
            // It is gone already, or its script cannot be reached: nothing more can be done from here.
            return;
        }
    }

    private ProxyObject bridge() {
        ProxyExecutable tell = a -> packed(now.play().tell().answer(a[0].asString(), plain(a, 1)));
        ProxyExecutable ask = a -> {
            now.questions().put(a[0].asInt(), a[1].asString(), Values.toJava(a[2]) instanceof List<?> list ? new ArrayList<Object>(list) : List.of());
            return null;
        };
        ProxyExecutable load = a -> {
            var script = now.play().loads().script(a[0].asString());
            return script == null ? null : context.eval(sources.of(script));
        };
        ProxyExecutable place = a -> now.place(a[0]);
        return ProxyObject.fromMap(Map.of("tell", tell, "ask", ask, "load", load, "place", place));
    }

    private static List<Object> plain(Value[] arguments, int from) {
        return Arrays.stream(arguments, from, arguments.length).map(Values::toJava).collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    /// Lists and maps go as JSON behind a mark, see `core.js`.
    static Object packed(Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Number number -> number.doubleValue();
            case String text when text.isEmpty() || text.charAt(0) != 0 -> text;
            default -> "\0" + Json.text(value);
        };
    }
}
