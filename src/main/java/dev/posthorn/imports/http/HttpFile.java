package dev.posthorn.imports.http;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.curl.CurlCommands;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Opens `.http` and `.rest` files: requests between `###` lines, with their variables, bodies, directives and handler scripts.
public final class HttpFile implements Importer {

    private static final Set<String> OTHER_PROTOCOLS = Set.of("WEBSOCKET", "GRPC", "RSOCKET", "STOMP", "MQTT");
    private static final Pattern START = Pattern.compile("(?:(?:[A-Z][A-Z-]{1,19}|get|post|put|patch|delete|head|options)\\s+)(?:https?://|wss?://|\\{\\{|/|localhost|[\\w.-]+[.:/]).*|https?://\\S+.*");

    @Override
    public String name() {
        return "HTTP file";
    }

    /// Its first line that is no comment, variable or script is a request; a single URL alone is none.
    @Override
    public boolean recognises(Document document) {
        if (document.json() != null || document.folder()) {
            return false;
        }
        var text = document.text();
        var line = 0;
        var separated = false;
        while (line < text.length()) {
            var end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            var here = text.substring(line, Math.min(end, line + 2_000)).strip();
            line = end + 1;
            separated |= here.startsWith("###");
            if (here.isEmpty() || here.startsWith("#") || here.startsWith("//") || here.matches("@[^\\s=@]+\\s*=.*")) {
                continue;
            }
            if (here.startsWith("< {%") || here.startsWith("curl ")) {
                return here.startsWith("<") || separated;
            }
            return START.matcher(here).matches() && (separated || line < text.length() && !text.substring(line).isBlank() || !here.startsWith("http"));
        }
        return false;
    }

    @Override
    public ReadResult read(Document document) {
        var rows = new ArrayList<Report.Row>();
        var items = new ArrayList<Item>();
        var variables = new LinkedHashMap<String, String>();
        for (var block : Block.read(document.text())) {
            for (var variable : block.variables) {
                variables.put(variable.name(), new Templates(rows).translated(variable.value(), "", "line " + variable.line()));
            }
            add(document, block, items, rows);
        }
        if (!variables.isEmpty()) {
            rows.add(Report.Row.kept("", "variables", variables.size()));
        }
        var entries = variables.entrySet().stream().map(e -> Entry.of(e.getKey(), e.getValue())).toList();
        return new ReadResult.OfCollection(name(), new Collection(document.baseName().replaceFirst("\\.(http|rest)$", ""), "", Auth.NONE, entries, List.of(),
                Settings.NONE, items), new Report(rows));
    }

    private static void add(Document document, Block block, List<Item> items, List<Report.Row> rows) {
        if (block.empty()) {
            return;
        }
        var name = name(block);
        if (OTHER_PROTOCOLS.contains(block.method) || block.url.matches("wss?://.*")) {
            rows.add(Report.Row.aside(name, "line " + block.line, (block.method + " " + block.url).strip(), "requests of this protocol cannot be sent here yet"));
        } else if ((block.method + " " + block.url).strip().startsWith("curl ")) {
            curl(document, block, items, rows);
        } else {
            items.add(new RequestItem("/" + items.size(), name, new BlockRequest(block, name, rows).request(), List.of()));
        }
    }

    /// Both tools take a curl command in place of a request.
    private static void curl(Document document, Block block, List<Item> items, List<Report.Row> rows) {
        switch (new CurlCommands().read(Document.of(document.file(), block.source()))) {
            case ReadResult.OfCollection(_, var collection, var report) -> {
                rows.addAll(report.rows());
                collection.requests().forEach(r -> items.add(new RequestItem("/" + items.size(), block.title.isEmpty() ? r.name() : block.title, r.request(), List.of())));
            }
            case ReadResult.NotOne(var sentence, _, _) -> rows.add(Report.Row.aside(block.title, "line " + block.line, "a curl command", sentence));
            case ReadResult.OfEnvironment _, ReadResult.OfSeveral _ -> { }
        }
    }

    private static String name(Block block) {
        var named = block.directive("name");
        if (named != null && !named.isEmpty() && block.title.isEmpty()) {
            return named;
        }
        if (!block.title.isEmpty()) {
            return block.title;
        }
        var base = RequestUrl.parse(block.url).base().replaceFirst("^(https?://[^/]*|\\{\\{[^}]*}})(?=/.)", "");
        return ((block.method.isEmpty() ? "GET" : block.method) + " " + base).strip();
    }
}
