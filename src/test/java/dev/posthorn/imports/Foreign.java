package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Report.Fate;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of another tool, opened, with what the tests ask of it.
record Foreign(ReadResult result) {

    static Foreign text(String text) {
        return new Foreign(Importers.read(Path.of("given"), text.getBytes(StandardCharsets.UTF_8)));
    }

    static Foreign folder(Path folder) {
        return new Foreign(Importers.read(folder));
    }

    List<ReadResult> parts() {
        return result instanceof ReadResult.OfSeveral(_, var parts) ? parts : List.of(result);
    }

    ReadResult.OfCollection first() {
        return parts().stream().filter(ReadResult.OfCollection.class::isInstance).map(ReadResult.OfCollection.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError("no collection: " + result));
    }

    Collection collection() {
        return first().collection();
    }

    Report report() {
        return parts().stream().map(p -> switch (p) {
            case ReadResult.OfCollection c -> c.report();
            case ReadResult.OfEnvironment e -> e.report();
            case ReadResult.OfSeveral _, ReadResult.NotOne _ -> Report.EMPTY;
        }).reduce(Report.EMPTY, Report::and);
    }

    List<Environment> environments() {
        return parts().stream().filter(ReadResult.OfEnvironment.class::isInstance).map(p -> ((ReadResult.OfEnvironment) p).environment()).toList();
    }

    ReadResult.NotOne refused() {
        return assertInstanceOf(ReadResult.NotOne.class, result);
    }

    /// The names of a level, folders with a slash behind.
    List<String> names() {
        return collection().items().stream().map(Item::name).toList();
    }

    RequestItem item(String name) {
        return collection().requests().filter(r -> r.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("no request " + name));
    }

    Request request(String name) {
        return item(name).request();
    }

    boolean row(Fate fate, String pointer, String part) {
        return report().rows().stream().anyMatch(r -> r.fate() == fate && r.pointer().equals(pointer) && (r.from() + " " + r.to() + " " + r.reason()).contains(part));
    }

    /// Each text of the file with a § in it must be in the result, or have a row that names its place or one above it.
    void nothingIsLost(String text) {
        var results = new StringBuilder();
        for (var part : parts()) {
            switch (part) {
                case ReadResult.OfCollection(_, var collection, _) -> results.append(JsonWriter.compact(ModelTree.of(collection)));
                case ReadResult.OfEnvironment(_, var environment, _) -> results.append(JsonWriter.compact(ModelTree.of(environment)));
                case ReadResult.OfSeveral _, ReadResult.NotOne _ -> { }
            }
        }
        var pointers = report().rows().stream().filter(r -> r.fate() != Fate.KEPT || !r.from().isEmpty()).map(Report.Row::pointer).toList();
        var lost = new ArrayList<String>();
        for (var leaf : Tracked.of(Document.of(Path.of("given"), text).tree()).unread()) {
            var marked = String.valueOf(leaf.peek());
            var named = pointers.stream().anyMatch(p -> leaf.pointer().equals(p) || leaf.pointer().startsWith(p + "/") && !p.isEmpty());
            if (marked.contains("§") && !named && !results.toString().contains(marked)) {
                lost.add(leaf.pointer());
            }
        }
        assertEquals(List.of(), lost, "in no result and in no row");
    }
}
