package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.V3Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Opens Postman 3.0 folders: a collection's folder, or one with `postman/collections`, `postman/environments` and `postman/globals`; also
/// a single environment file of that form.
public final class PostmanThree implements Importer {

    private static final Pattern VARIABLES = Pattern.compile("(?m)^values:\\s*(\\[]|#.*)?$");
    private static final Pattern NAME = Pattern.compile("(?m)^name:");

    @Override
    public String name() {
        return "Postman 3.0";
    }

    @Override
    public boolean recognises(Document document) {
        return document.folder() ? !V3Folder.collections(document.file()).isEmpty() || !V3Folder.environments(document.file()).isEmpty()
                : variables(document);
    }

    private static boolean variables(Document document) {
        return document.json() == null && VARIABLES.matcher(document.text()).find() && NAME.matcher(document.text()).find()
                && Files.isRegularFile(document.file());
    }

    @Override
    public ReadResult read(Document document) {
        var parts = new ArrayList<ReadResult>();
        for (var folder : collections(document)) {
            try {
                var read = V3Folder.read(folder);
                parts.add(new ReadResult.OfCollection(name(), read.collection(), read.report()));
            } catch (IOException e) {
                parts.add(new ReadResult.NotOne("The folder " + folder + " cannot be read: " + e.getMessage() + ".", 0, 0));
            }
        }
        for (var file : environments(document)) {
            try {
                var read = V3Folder.readEnvironment(file);
                parts.add(new ReadResult.OfEnvironment(name(), read.environment(), read.report()));
            } catch (IOException e) {
                parts.add(new ReadResult.NotOne(String.valueOf(e.getMessage()), 0, 0));
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(name(), parts);
    }

    private static List<Path> collections(Document document) {
        return document.folder() ? V3Folder.collections(document.file()) : List.of();
    }

    private static List<Path> environments(Document document) {
        return document.folder() ? V3Folder.environments(document.file()) : List.of(document.file());
    }

    @Override
    public List<Source> sources(Document document) {
        var sources = new ArrayList<Source>();
        var unread = new ArrayList<Report.Row>();
        for (var folder : collections(document)) {
            try {
                var read = V3Folder.read(folder);
                sources.add(new Source.OfCollection(read.collection().name(), read.tree(), read.collection(), read.report(), read.wrapper()));
            } catch (IOException e) {
                unread.add(unread(document, folder, "The folder cannot be read: " + e.getMessage() + "."));
            }
        }
        for (var file : environments(document)) {
            try {
                var read = V3Folder.readEnvironment(file);
                sources.add(new Source.OfEnvironment(read.environment().name(), read.tree(), read.environment(), read.report(), read.wrapper()));
            } catch (IOException e) {
                unread.add(unread(document, file, String.valueOf(e.getMessage())));
            }
        }
        if (!sources.isEmpty() && !unread.isEmpty()) {
            sources.set(0, with(sources.getFirst(), new Report(unread)));
        }
        return sources;
    }

    private static Report.Row unread(Document document, Path path, String sentence) {
        return Report.Row.aside("", document.file().relativize(path).toString().replace('\\', '/'), Report.UNREADABLE, sentence);
    }

    private static Source with(Source source, Report more) {
        return switch (source) {
            case Source.OfCollection(var name, var tree, var collection, var report, var wrapper) ->
                    new Source.OfCollection(name, tree, collection, report.and(more), wrapper);
            case Source.OfEnvironment(var name, var tree, var environment, var report, var wrapper) ->
                    new Source.OfEnvironment(name, tree, environment, report.and(more), wrapper);
        };
    }
}
