package dev.posthorn.imports.http;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Script;
import java.util.ArrayList;
import java.util.List;

/// Turns handler scripts of IntelliJ's HTTP client into scripts of ours: the objects they use (`client`, `response`, `request`) are put before their code.
final class Handlers {

    private static final String CLIENT = """
            const client = {
                test: (name, run) => pm.test(name, run),
                assert: (holds, message) => { if (!holds) throw new Error(message || "assertion failed"); },
                log: (...values) => console.log(...values),
                exit: () => {},
                global: {
                    set: (name, value) => pm.globals.set(name, value),
                    get: name => pm.globals.get(name),
                    clear: name => pm.globals.unset(name),
                    clearAll: () => pm.globals.clear()
                }
            };
            """;
    private static final String RESPONSE = """
            const response = {
                status: pm.response.code,
                body: (() => { try { return pm.response.json(); } catch (e) { return pm.response.text(); } })(),
                headers: { valueOf: name => pm.response.headers.get(name) || null },
                contentType: { mimeType: (pm.response.headers.get("Content-Type") || "").split(";")[0] }
            };
            """;
    private static final String REQUEST = """
            const request = { variables: { get: name => pm.variables.get(name), set: (name, value) => pm.variables.set(name, value) } };
            """;

    private Handlers() {}

    static List<Script> of(Block block, String item, List<Report.Row> rows) {
        var scripts = new ArrayList<Script>();
        for (var script : block.scripts) {
            var kind = script.before() ? "pre-request script" : "response handler";
            if (!script.file().isEmpty()) {
                rows.add(Report.Row.aside(item, "line " + script.line(), kind + " " + script.file(), "a file of its own, which is not read at import"));
                continue;
            }
            scripts.add(new Script(script.before() ? Script.Phase.PRE_REQUEST : Script.Phase.TEST, used(script) + script.code()));
            rows.add(Report.Row.translated(item, "line " + script.line(), kind, script.before() ? "pre-request script" : "test script",
                    "with the objects client, response and request put before it"));
        }
        return scripts;
    }

    private static String used(Block.Script script) {
        return (script.code().contains("client.") ? CLIENT : "") + (!script.before() && script.code().contains("response.") ? RESPONSE : "")
                + (script.code().contains("request.variables") ? REQUEST : "");
    }
}
