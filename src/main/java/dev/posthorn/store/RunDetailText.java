package dev.posthorn.store;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The detail of one request of a run as bytes: the exchange as the history keeps it, then tests and console lines, all squeezed.
final class RunDetailText {

    private RunDetailText() {}

    /// Reads the outcome's bodies: they must not be released before this returns.
    static byte[] write(HistoryRow row, RunDetail detail, Redaction redaction, int bodyLimit) {
        var kept = KeptExchange.of(new Exchange(row, detail.request(), detail.outcome(), ""), redaction, bodyLimit);
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            put(data, kept.text().getBytes(StandardCharsets.UTF_8));
            put(data, JsonWriter.compact(scripts(detail, redaction)).getBytes(StandardCharsets.UTF_8));
            data.writeInt(kept.bodies().size());
            for (var body : kept.bodies()) {
                put(data, body);
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return Squeezed.squeeze(out.toByteArray());
    }

    private static void put(DataOutputStream data, byte[] bytes) throws IOException {
        data.writeInt(bytes.length);
        data.write(bytes);
    }

    /// @throws IOException where the bytes are damaged
    static RunDetail read(HistoryRow row, byte[] bytes) throws IOException {
        try (var data = new DataInputStream(new ByteArrayInputStream(Squeezed.restore(bytes)))) {
            var text = new String(take(data), StandardCharsets.UTF_8);
            var scripts = JsonReader.read(new String(take(data), StandardCharsets.UTF_8));
            var bodies = new ArrayList<byte[]>();
            for (var left = data.readInt(); left > 0; left--) {
                bodies.add(take(data));
            }
            var exchange = ExchangeReading.read(row, text, bodies);
            var root = scripts instanceof Json.Obj object ? object : null;
            return new RunDetail(exchange.request(), exchange.outcome(), root == null ? ScriptReport.NONE : report(root), root == null ? List.of() : said(root), exchange.note());
        } catch (JsonProblem e) {
            throw new IOException("the tests cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] take(DataInputStream data) throws IOException {
        var length = data.readInt();
        if (length < 0 || length > data.available()) {
            throw new IOException("the record is damaged");
        }
        return data.readNBytes(length);
    }

    private static Map<String, Object> scripts(RunDetail detail, Redaction redaction) {
        var root = new LinkedHashMap<String, Object>();
        root.put("runs", detail.report().runs().stream().map(run -> run(run, redaction)).toList());
        root.put("checks", detail.report().checks().stream().map(a -> assertion(a, redaction)).toList());
        root.put("tries", detail.report().tries());
        root.put("said", detail.said().stream().map(line -> List.of(line.level(), redaction.prose(line.text()))).toList());
        return root;
    }

    private static Map<String, Object> run(ScriptRun run, Redaction redaction) {
        var map = new LinkedHashMap<String, Object>();
        map.put("phase", run.phase().name());
        map.put("level", run.level());
        map.put("item", run.item());
        map.put("tests", run.assertions().stream().map(a -> assertion(a, redaction)).toList());
        map.put("fault", fault(run.fault(), redaction));
        map.put("nanos", run.took().toNanos());
        return map;
    }

    private static Map<String, Object> assertion(Assertion assertion, Redaction redaction) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", redaction.prose(assertion.name()));
        map.put("verdict", assertion.verdict().name());
        map.put("error", fault(assertion.error(), redaction));
        return map;
    }

    private static Map<String, Object> fault(ScriptFault fault, Redaction redaction) {
        if (fault == null) {
            return null;
        }
        var map = new LinkedHashMap<String, Object>();
        map.put("name", fault.name());
        map.put("message", redaction.prose(fault.message()));
        map.put("script", fault.script());
        map.put("line", fault.line());
        map.put("column", fault.column());
        return map;
    }

    private static ScriptReport report(Json.Obj root) {
        var runs = root.list("runs").stream().filter(Json.Obj.class::isInstance).map(r -> run((Json.Obj) r)).toList();
        return new ScriptReport(runs, assertions(root.list("checks")), null, null, List.of(), (int) RunText.number(root.get("tries"), 1));
    }

    private static ScriptRun run(Json.Obj run) {
        var phase = run.text("phase").equals(Script.Phase.PRE_REQUEST.name()) ? Script.Phase.PRE_REQUEST : Script.Phase.TEST;
        return new ScriptRun(phase, run.text("level"), run.text("item"), assertions(run.list("tests")), fault(run.object("fault")),
                java.time.Duration.ofNanos(RunText.number(run.get("nanos"), 0)));
    }

    private static List<Assertion> assertions(List<Json> list) {
        return list.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast).map(a -> new Assertion(a.text("name"), switch (a.text("verdict")) {
            case "FAILED" -> Assertion.Verdict.FAILED;
            case "SKIPPED" -> Assertion.Verdict.SKIPPED;
            default -> Assertion.Verdict.PASSED;
        }, fault(a.object("error")))).toList();
    }

    private static ScriptFault fault(Json.Obj fault) {
        return fault == null ? null : new ScriptFault(fault.text("name"), fault.text("message"), fault.text("script"), (int) RunText.number(fault.get("line"), 0),
                (int) RunText.number(fault.get("column"), 0));
    }

    private static List<RunDetail.Line> said(Json.Obj root) {
        return root.list("said").stream().filter(Json.Arr.class::isInstance).map(l -> ((Json.Arr) l).elements()).filter(l -> l.size() == 2)
                .map(l -> new RunDetail.Line(String.valueOf(l.get(0).plain()), String.valueOf(l.get(1).plain()))).toList();
    }
}
