package dev.posthorn.imports.insomnia;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Stranger;
import dev.posthorn.tree.Tracked;
import java.util.Map;
import java.util.regex.Pattern;

/// Opens Insomnia's exports: version 4 and the older ones (JSON or YAML, a flat list), and version 5 (YAML, a tree).
public final class Insomnia implements Importer {

    private static final Pattern FOUR = Pattern.compile("(?m)^\\s*[\"']?_type[\"']?\\s*:\\s*[\"']?export\\b");
    private static final Pattern FIVE = Pattern.compile("(?m)^\\s*\\{?\\s*[\"']?type[\"']?\\s*:\\s*[\"']?[A-Za-z]+\\.insomnia\\.rest/5");

    @Override
    public String name() {
        return "Insomnia";
    }

    @Override
    public boolean recognises(Document document) {
        if (document.json() != null) {
            return document.root().text("_type").equals("export") && document.root().has("resources")
                    || document.root().text("type").contains(".insomnia.rest/5");
        }
        var start = document.text().substring(0, Math.min(document.text().length(), 4_000));
        return (FOUR.matcher(start).find() || FIVE.matcher(start).find()) && document.tree() instanceof Map<?, ?> map
                && (map.get("resources") != null || String.valueOf(map.get("type")).contains(".insomnia.rest/5"));
    }

    @Override
    public ReadResult read(Document document) {
        if (document.tree() == null) {
            return Stranger.tooDeep(name());
        }
        var root = Tracked.of(document.tree());
        return root.has("resources") ? new InsomniaFour(root, document.baseName()).read() : new InsomniaFive(root, document.baseName()).read();
    }
}
