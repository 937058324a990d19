package dev.posthorn.imports.hoppscotch;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Stranger;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;

/// Opens Hoppscotch collections (REST and GraphQL, one or a list, of every version) and its environments.
public final class Hoppscotch implements Importer {

    @Override
    public String name() {
        return "Hoppscotch";
    }

    @Override
    public boolean recognises(Document document) {
        return switch (document.json()) {
            case Json.Obj root -> collection(root) || environment(root, true);
            case Json.Arr list -> !list.elements().isEmpty() && (all(list, false) || all(list, true));
            case null, default -> false;
        };
    }

    private static boolean all(Json.Arr list, boolean environments) {
        return list.elements().stream().allMatch(e -> e instanceof Json.Obj object && (environments ? environment(object, false) : collection(object)));
    }

    /// The first versions had no number; Postman 1.0 has an order instead.
    private static boolean collection(Json.Obj root) {
        return root.get("folders") instanceof Json.Arr && root.get("requests") instanceof Json.Arr && !root.has("order") && !root.has("info")
                && (root.has("v") || root.has("name"));
    }

    /// @param alone whether it stands alone in its file, so that more must speak for it
    private static boolean environment(Json.Obj root, boolean alone) {
        return root.get("variables") instanceof Json.Arr && !root.has("requests") && !root.has("info") && !root.has("openapi")
                && (root.has("v") || root.has("name")) && (!alone || root.members().stream().allMatch(m -> List.of("v", "id", "name", "variables").contains(m.key().value())));
    }

    @Override
    public ReadResult read(Document document) {
        if (document.tree() == null) {
            return Stranger.tooDeep(name());
        }
        var top = Tracked.of(document.tree());
        if (!top.isList()) {
            return one(top, document.baseName());
        }
        var parts = new ArrayList<ReadResult>();
        for (var part : top.list()) {
            parts.add(one(part, document.baseName()));
        }
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(name(), parts);
    }

    private ReadResult one(Tracked root, String fallback) {
        var ledger = new Ledger(new HoppscotchVariables());
        ledger.open("", root);
        if (root.has("requests")) {
            var collection = new HoppscotchCollection(ledger).read(root, fallback);
            return new ReadResult.OfCollection(name(), collection, ledger.report());
        }
        var name = root.text("name");
        var variables = HoppscotchCollection.variables(root.get("variables"), ledger);
        root.skip("v");
        ledger.close();
        var globals = name.equalsIgnoreCase("globals") || name.isEmpty();
        return new ReadResult.OfEnvironment(name() + " environment", new Environment(name.isEmpty() ? "Globals" : name, globals, variables), ledger.report());
    }
}
