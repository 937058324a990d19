package dev.posthorn.cli.report;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.store.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Errors as newman's report writes them.
final class ErrorForm {

    private ErrorForm() {}

    static Map<String, Object> assertion(Moment.Judged judged, Redaction hiding) {
        var form = new LinkedHashMap<String, Object>();
        form.put("assertion", hiding.known(judged.assertion().name()));
        form.put("skipped", judged.assertion().verdict() == Assertion.Verdict.SKIPPED);
        if (judged.failed()) {
            var fault = judged.assertion().error() == null ? new ScriptFault("AssertionError", judged.assertion().name(), "", 0, 0) : judged.assertion().error();
            form.put("error", judged(fault.name(), judged.index(), hiding.known(judged.assertion().name()), hiding.known(fault.message())));
        }
        return form;
    }

    private static Map<String, Object> judged(String name, int index, String test, String message) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.put("index", index);
        form.put("test", test);
        form.put("message", message);
        form.put("stack", stack(name, message, index));
        return form;
    }

    static String stack(String name, String message, int index) {
        return name + ": " + message + "\n   at Object.eval sandbox-script.js:" + (index + 1) + ":1)";
    }

    /// What ended a script early.
    static Map<String, Object> of(ScriptFault fault, Redaction hiding, Clock clock) {
        var form = new LinkedHashMap<String, Object>();
        form.put("type", "Error");
        form.put("name", fault.name());
        form.put("message", hiding.known(fault.message()));
        marks(form, fault.text(), clock);
        return form;
    }

    /// One of the list of failures.
    static Map<String, Object> full(Failing failing, Clock clock) {
        var form = new LinkedHashMap<String, Object>();
        if (failing.index() >= 0) {
            form.putAll(judged(failing.name(), failing.index(), failing.test(), failing.message()));
        } else {
            form.put("type", "Error");
            form.put("name", failing.name());
            form.put("message", failing.message());
        }
        marks(form, failing.name() + failing.test() + failing.message(), clock);
        return form;
    }

    /// Alike for alike errors, so that two runs can be compared.
    private static void marks(Map<String, Object> form, String text, Clock clock) {
        form.put("checksum", UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", ""));
        form.put("id", UUID.randomUUID().toString());
        form.put("timestamp", clock.millis());
    }
}
