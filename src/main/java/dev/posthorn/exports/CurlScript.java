package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes a whole collection as a bash script of curl commands; its variables are variables of the script.
public final class CurlScript implements Exporter {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");

    @Override
    public String id() {
        return "curl";
    }

    @Override
    public String name() {
        return "cURL script";
    }

    @Override
    public String ending() {
        return ".sh";
    }

    @Override
    public boolean takes(Source source) {
        return source instanceof Source.OfCollection;
    }

    @Override
    public Exported export(Source source) {
        return switch (source) {
            case Source.OfCollection(_, _, var collection, _, _) -> new Written(collection).exported();
            case Source.OfEnvironment _ -> Exported.one(new byte[0], Report.EMPTY);
        };
    }

    private static final class Written {

        private final Collection collection;
        private final StringBuilder out = new StringBuilder();
        private final List<Report.Row> rows = new ArrayList<>();

        Written(Collection collection) {
            this.collection = collection;
        }

        Exported exported() {
            var body = new Written(collection);
            body.items(collection.items(), "", collection.auth(), collection.settings());
            out.append("#!/usr/bin/env bash\n# ").append(line(collection.name())).append("\n\n");
            var named = new TreeSet<String>();
            VARIABLE.matcher(body.out).results().forEach(m -> body.foreign(m.group(1)));
            Pattern.compile("\\$\\{(\\w+)}").matcher(body.out).results().forEach(m -> named.add(m.group(1)));
            for (var variable : collection.variables()) {
                if (variable.enabled() && variable.key().matches("[A-Za-z_]\\w*")) {
                    named.remove(variable.key());
                    out.append(variable.key()).append('=').append(CurlText.scripted(variable.value())).append('\n');
                }
            }
            named.forEach(name -> out.append(": \"${").append(name).append(":?set it before: ").append(name).append("=value}\"\n"));
            out.append(body.out);
            if (collection.scripts().stream().anyMatch(s -> !s.code().isEmpty())) {
                body.rows.add(Report.Row.aside("", "", "scripts of the collection", "a shell does not run JavaScript"));
            }
            return Exported.one(out.toString().getBytes(StandardCharsets.UTF_8), new Report(body.rows));
        }

        private void foreign(String name) {
            rows.add(Report.Row.aside("", "", "{{" + name + "}}", "its name cannot be one of a shell variable: it is kept as written"));
        }

        private static String line(String text) {
            return text.replaceAll("[\\r\\n]+", " ");
        }

        private void items(List<Item> items, String path, Auth auth, Settings settings) {
            for (var item : items) {
                var name = path.isEmpty() ? item.name() : path + " / " + item.name();
                switch (item) {
                    case Folder folder -> {
                        scripts(name, folder.scripts());
                        variables(name, folder.variables());
                        items(folder.items(), name, folder.auth().inherited() ? auth : folder.auth(), folder.settings().over(settings));
                    }
                    case RequestItem request -> request(request, name, auth, settings);
                    case OtherItem other -> rows.add(Report.Row.aside(name, "", other.kind(), "curl has no command for it"));
                    case BadItem bad -> rows.add(Report.Row.aside(name, "", "a file that cannot be read", bad.sentence()));
                }
            }
        }

        private void request(RequestItem item, String name, Auth auth, Settings settings) {
            var own = item.request();
            var request = own.withAuth(own.auth().inherited() ? auth : own.auth()).withSettings(own.settings().over(settings));
            out.append("\n# ").append(line(name)).append('\n').append(CurlText.scripted(request)).append('\n');
            rows.addAll(CurlText.leftOut(name, request).rows());
            scripts(name, own.scripts());
            aside(name, item.examples().size(), "examples", "a command has no answer");
            aside(name, own.description().isEmpty() ? 0 : 1, "description", "a command has no place for it");
            var off = own.headers().stream().filter(e -> !e.enabled()).count() + own.query().stream().filter(e -> !e.enabled()).count();
            aside(name, (int) off, "rows that are switched off", "a command has only what is sent");
        }

        private void scripts(String name, List<Script> scripts) {
            aside(name, (int) scripts.stream().filter(s -> !s.code().isEmpty()).count(), "scripts", "a shell does not run JavaScript");
        }

        private void variables(String name, List<Entry> variables) {
            aside(name, variables.size(), "variables of the folder", "a script has one set of variables");
        }

        private void aside(String name, int count, String what, String reason) {
            if (count > 0) {
                rows.add(new Report.Row(name, Report.Fate.ASIDE, "", what, "", reason, count));
            }
        }
    }
}
