package dev.posthorn.script;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.ScriptFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a running script tells the program: its tests, its errors, its changes of variables, its lines for the console. Kept also where the script is killed later.
final class Told {

    /// Of one script; a loop that never ends would fill the memory with them.
    private static final int MOST_ASSERTIONS = 20_000;
    private static final int MOST_LINES = 2_000;
    /// Of a name or a message, in characters.
    private static final int LONGEST = 65_536;

    private final Task task;
    private final Host host;
    private final Body body;
    private final Cryptography cryptography = new Cryptography();
    private final List<Assertion> assertions = new ArrayList<>();
    private ScriptFault fault;
    private int lines;
    private boolean sealed;

    Told(Task task, Host host) {
        this.task = task;
        this.host = host;
        this.body = new Body(task.answer());
    }

    synchronized Object answer(String name, List<Object> arguments) {
        return switch (name) {
            case "variable" -> variable(arguments);
            case "assertion" -> assertion(arguments);
            case "fault" -> fault(text(arguments, 0), text(arguments, 1), text(arguments, 2));
            case "said" -> said(text(arguments, 0), text(arguments, 1));
            case "seal" -> seal();
            case "dynamic" -> host.dynamic(text(arguments, 0));
            case "body" -> body.text();
            case "bodyBase64" -> body.base64();
            case "source" -> source(text(arguments, 0));
            case "crypto" -> cryptography.answer(arguments);
            default -> throw new IllegalArgumentException("There is nothing called " + name);
        };
    }

    private Object variable(List<Object> arguments) {
        var key = text(arguments, 2);
        var scope = Scope.named(text(arguments, 0)).orElseThrow(() -> new IllegalArgumentException("There is no scope " + text(arguments, 0))).of(task.variables());
        if (sealed) {
            return null;
        }
        if ("unset".equals(arguments.get(1))) {
            scope.unset(key);
        } else {
            scope.setByScript(key, arguments.size() > 3 ? arguments.get(3) : null);
        }
        return null;
    }

    /// slot, name, verdict, and for a failed one: kind of error, message, "line:column".
    private Object assertion(List<Object> arguments) {
        if (sealed) {
            return null;
        }
        var slot = ((Number) arguments.get(0)).intValue();
        if (slot >= MOST_ASSERTIONS) {
            throw new IllegalStateException("sandbox: more than " + MOST_ASSERTIONS + " tests in one script");
        }
        var name = text(arguments, 1);
        var judged = switch (text(arguments, 2)) {
            case "passed" -> Assertion.passed(name);
            case "skipped" -> Assertion.skipped(name);
            default -> Assertion.failed(name, error(text(arguments, 3), text(arguments, 4), text(arguments, 5)));
        };
        if (slot < assertions.size()) {
            assertions.set(slot, judged);
        } else {
            assertions.add(judged);
        }
        return null;
    }

    /// The first one counts; later ones go to the console.
    private Object fault(String name, String message, String place) {
        if (sealed) {
            return null;
        }
        if (fault == null) {
            fault = error(name, message, place);
        } else {
            said("error", name + ": " + message);
        }
        return null;
    }

    private ScriptFault error(String name, String message, String place) {
        var colon = place.indexOf(':');
        return new ScriptFault(name, message, task.name(), colon < 0 ? 0 : Integer.parseInt(place, 0, colon, 10), colon < 0 ? 0 : Integer.parseInt(place, colon + 1, place.length(), 10));
    }

    private Object said(String level, String text) {
        if (sealed) {
            return null;
        }
        if (++lines < MOST_LINES) {
            host.said(Host.Severity.valueOf(level.toUpperCase(Locale.ROOT)), text);
        } else if (lines == MOST_LINES) {
            host.said(Host.Severity.WARN, "sandbox: more than " + MOST_LINES + " lines from one script, the rest is left out");
        }
        return null;
    }

    private Object source(String name) {
        try {
            return host.source(name);
        } catch (Host.Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Object seal() {
        sealed = true;
        return null;
    }

    private static String text(List<Object> arguments, int index) {
        var value = arguments.size() > index ? arguments.get(index) : null;
        var text = value == null ? "" : value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    synchronized List<Assertion> assertions() {
        return List.copyOf(assertions);
    }

    /// Null where all went well.
    synchronized ScriptFault fault() {
        return fault;
    }

    /// What ended the script from outside; comes before what it threw itself.
    synchronized void ended(ScriptFault by) {
        fault = by;
        sealed = true;
    }
}
