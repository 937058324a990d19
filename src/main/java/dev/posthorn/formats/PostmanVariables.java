package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import java.util.List;

/// Opens Postman environments and globals, also where they stand inside `{"environment": …}`.
public final class PostmanVariables implements Importer {

    @Override
    public String name() {
        return "Postman environment";
    }

    @Override
    public boolean recognises(Document document) {
        return isEnvironment(document.root());
    }

    public static boolean isEnvironment(Json.Obj root) {
        return PostmanEnvironment.recognises(environment(root));
    }

    public static Json.Obj environment(Json.Obj root) {
        for (var wrapper : new String[] {"environment", "globals"}) {
            if (root.object(wrapper) != null && !root.has("values")) {
                return root.object(wrapper);
            }
        }
        return root;
    }

    @Override
    public ReadResult read(Document document) {
        var deep = Stranger.tooDeep(document);
        if (deep != null) {
            return deep;
        }
        var environment = PostmanEnvironment.read(environment(document.root()), document.text(), document.baseName());
        return new ReadResult.OfEnvironment(environment.globals() ? "Postman globals" : "Postman environment", environment);
    }

    @Override
    public List<Source> sources(Document document) {
        var root = environment(document.root());
        if (Stranger.tooDeep(document) != null) {
            return List.of();
        }
        var environment = PostmanEnvironment.read(root, document.text(), document.baseName());
        return List.of(new Source.OfEnvironment(environment.name(), root.map(), environment, Report.EMPTY, Wrapper.of(document.root(), root)));
    }
}
