package dev.posthorn.imports.curl;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Opens curl commands, one or many, as they stand in a shell script, in a document or on the clipboard; each becomes a request that sends what curl would send.
public final class CurlCommands implements Importer {

    @Override
    public String name() {
        return "cURL";
    }

    @Override
    public boolean recognises(Document document) {
        return document.json() == null && Shell.recognises(document.text());
    }

    @Override
    public ReadResult read(Document document) {
        var text = document.text().replace("\r\n", "\n");
        var lines = lines(text);
        try {
            var script = Shell.read(text);
            var rows = new ArrayList<>(script.rows(lines));
            var items = new ArrayList<Item>();
            for (var command : script.commands()) {
                items(command, lines, items, rows);
            }
            if (items.isEmpty()) {
                return new ReadResult.NotOne("There is a curl command here, but no URL in it.", 0, 0);
            }
            var variables = script.variables().entrySet().stream().map(e -> Entry.of(e.getKey(), e.getValue())).toList();
            return new ReadResult.OfCollection(name(), new Collection(document.baseName(), "", Auth.NONE, variables, List.of(), Settings.NONE, items), new Report(rows));
        } catch (BadCommand e) {
            var place = Place.of(text, e.offset());
            return new ReadResult.NotOne("This curl command cannot be read: " + e.getMessage() + " (line " + place.line() + ", column " + place.column() + ").",
                    place.line(), place.column());
        }
    }

    /// Says on which line an offset stands.
    private static IntFunction<String> lines(String text) {
        var ends = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').toArray();
        return offset -> {
            var found = Arrays.binarySearch(ends, offset);
            return "line " + ((found < 0 ? -found - 1 : found) + 1);
        };
    }

    private static void items(Command command, IntFunction<String> lines, List<Item> items, List<Report.Row> rows) throws BadCommand {
        var operations = new ArrayList<Operation>();
        operations.add(new Operation(command, new Ledger(lines)));
        for (var given : Options.parse(command.words())) {
            if (given.name().equals("next")) {
                operations.add(new Operation(command, new Ledger(lines)));
            } else {
                operations.getLast().give(given);
            }
        }
        for (var operation : operations) {
            var made = operation.requests();
            var name = "";
            for (var one : made) {
                var named = !command.name().isEmpty() && operations.size() == 1 && made.size() == 1 ? command.name() : one.name();
                items.add(new RequestItem("/" + items.size(), named, one.request(), List.of()));
                name = name.isEmpty() ? named : name;
            }
            if (made.isEmpty()) {
                rows.add(Report.Row.aside("", lines.apply(command.offset()), "curl without a URL", "there is nothing that it could send to"));
            }
            rows.addAll(operation.rows(name));
        }
    }
}
