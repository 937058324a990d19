package dev.posthorn.imports.har;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens HAR recordings (HTTP Archive 1.2): what a browser or proxy has seen, as requests with their answers as examples; a folder for each page, or else for each host.
public final class HarFile implements Importer {

    @Override
    public String name() {
        return "HAR";
    }

    @Override
    public boolean recognises(Document document) {
        var log = document.root().object("log");
        return log != null && log.get("entries") instanceof Json.Arr;
    }

    @Override
    public ReadResult read(Document document) {
        var tree = Tracked.of(document.root().plain());
        var log = tree.get("log");
        var rows = new ArrayList<Report.Row>();
        var pages = pages(log);
        var byFolder = new LinkedHashMap<String, List<HarEntry.Made>>();
        for (var entry : log.list("entries")) {
            var page = pages.getOrDefault(entry.text("pageref"), "");
            var made = new HarEntry(entry, rows).read();
            if (made != null) {
                byFolder.computeIfAbsent(page.isEmpty() ? host(made.request().url()) : page, key -> new ArrayList<>()).add(made);
            }
        }
        about(log, rows);
        tree.unread().forEach(left -> rows.add(Report.Row.aside("", left.pointer(), last(left.pointer()), "a collection has no place for it")));
        return new ReadResult.OfCollection(name(), new Collection(document.baseName().replaceFirst("\\.har$", ""), log.text("comment"), Auth.NONE, List.of(), List.of(),
                Settings.NONE, items(byFolder)), new Report(rows));
    }

    /// Who recorded it, and how the pages loaded.
    private static void about(Tracked log, List<Report.Row> rows) {
        log.skip("version");
        var left = new ArrayList<Tracked>();
        for (var part : List.of(log.get("creator"), log.get("browser"), log.get("pages"))) {
            left.addAll(part.unread());
            part.skip();
        }
        if (!left.isEmpty()) {
            rows.add(new Report.Row("", Report.Fate.ASIDE, "/log", "creator, browser, pages", "", "about the recording, not about its requests", left.size()));
        }
    }

    /// Page id → its title.
    private static Map<String, String> pages(Tracked log) {
        var pages = new LinkedHashMap<String, String>();
        for (var page : log.list("pages")) {
            var title = page.text("title");
            pages.put(page.text("id"), title.isEmpty() ? page.text("id") : title);
        }
        return pages;
    }

    private static String host(String url) {
        try {
            var host = URI.create(url.replaceFirst("[?#].*", "")).getHost();
            return host == null ? "Other" : host;
        } catch (IllegalArgumentException e) {
            return "Other";
        }
    }

    private static List<Item> items(Map<String, List<HarEntry.Made>> byFolder) {
        if (byFolder.size() == 1) {
            return items("", byFolder.values().iterator().next());
        }
        var folders = new ArrayList<Item>();
        byFolder.forEach((name, made) -> {
            var id = "/" + folders.size();
            folders.add(new Folder(id, name, "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, items(id, made)));
        });
        return folders;
    }

    private static List<Item> items(String id, List<HarEntry.Made> made) {
        var items = new ArrayList<Item>();
        made.forEach(one -> items.add(new RequestItem(id + "/" + items.size(), one.name(), one.request(), one.examples())));
        return items;
    }

    static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
