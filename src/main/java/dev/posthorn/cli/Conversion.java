package dev.posthorn.cli;

import dev.posthorn.exports.Exported;
import dev.posthorn.exports.Exporter;
import dev.posthorn.exports.Exporters;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.V3Export;
import dev.posthorn.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Turns sources into files of another form and writes them: the one thing that `convert`, `import` and `verify-roundtrip` do.
final class Conversion {

    /// The form that is a folder and holds many.
    static final String NATIVE = "v3";

    private final Exporter exporter;
    private final boolean force;
    private final boolean durable;

    private Conversion(Exporter exporter, boolean force, boolean durable) {
        this.exporter = exporter;
        this.force = force;
        this.durable = durable;
    }

    /// The same for files that are looked at once and deleted.
    Conversion passing() {
        return new Conversion(exporter, force, false);
    }

    /// @param force whether what is there already may be replaced
    static Conversion to(String id, boolean force) throws Misuse {
        return new Conversion(Exporters.byId(id).orElseThrow(() -> new Misuse("there is no form \"" + id + "\"; there are "
                + Exporters.ALL.stream().map(Exporter::id).collect(Collectors.joining(", ")) + ".")), force, true);
    }

    /// @param report  what became of each value, from the file that was read to the one that was written
    /// @param left    sources that the target has no place for, by name
    record Done(List<Source> sources, List<Source> left, Report report, byte[] printed) {}

    /// @param name   the source that is wanted; null for all
    /// @param target null to hand the bytes back instead of writing them
    Done run(List<Source> all, String name, Path target) throws Misuse, IOException {
        var taken = takable(named(all, name));
        if (exporter.id().equals(NATIVE)) {
            return folder(taken, all, target);
        }
        if (target != null && Files.isDirectory(target)) {
            return each(taken, all, target);
        }
        var one = one(taken);
        if (target != null && Files.exists(target) && !force) {
            throw new Misuse(target + " is there already: --force writes over it.");
        }
        var exported = exporter.export(one);
        if (exported.files().size() != 1) {
            throw new Misuse("\"" + one.name() + "\" becomes several files in this form: name a folder.");
        }
        var bytes = exported.files().getFirst().bytes();
        if (target != null) {
            AtomicFile.write(target, bytes);
        }
        return new Done(List.of(one), without(all, List.of(one)), whole(exported.report(), List.of(one)), bytes);
    }

    private static List<Source> named(List<Source> all, String name) throws Misuse {
        var named = name == null ? all : all.stream().filter(s -> s.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new Misuse("there is nothing of the name \"" + name + "\"; there " + (all.size() == 1 ? "is " : "are ") + names(all) + ".");
        }
        return named;
    }

    private List<Source> takable(List<Source> named) throws Misuse {
        var taken = named.stream().filter(exporter::takes).toList();
        if (taken.isEmpty()) {
            throw new Misuse(names(named) + (named.size() == 1 ? " has" : " have") + " no form in " + exporter.name() + ".");
        }
        return taken;
    }

    static String names(List<Source> sources) {
        return sources.stream().limit(20).map(s -> "\"" + s.name() + "\"").collect(Collectors.joining(", ")) + (sources.size() > 20 ? " and more" : "");
    }

    /// For a single file one source must be meant: the only one, or the only collection.
    private static Source one(List<Source> taken) throws Misuse {
        if (taken.size() == 1) {
            return taken.getFirst();
        }
        var collections = taken.stream().filter(Source.OfCollection.class::isInstance).toList();
        if (collections.size() == 1) {
            return collections.getFirst();
        }
        throw new Misuse("there are " + taken.size() + " in it, and one file holds one: choose with --collection, or name a folder. There are " + names(taken) + ".");
    }

    private static List<Source> without(List<Source> all, List<Source> taken) {
        return all.stream().filter(s -> !taken.contains(s)).toList();
    }

    /// With its sidecars this form holds everything, so of files of other tools only the way out of those is told, with places in them.
    private Done folder(List<Source> taken, List<Source> all, Path target) throws Misuse, IOException {
        if (target == null) {
            throw new Misuse("this form is a folder: name one.");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new Misuse(target + " is a file, and this form is a folder.");
        }
        var files = V3Export.write(taken);
        write(new FolderTarget(target, files.files().stream().map(f -> new Exported.File(f.path(), f.bytes())).toList(), durable), target);
        var collections = taken.stream().filter(Source.OfCollection.class::isInstance).toList();
        var foreign = !collections.isEmpty() && collections.stream().noneMatch(s -> s.report().rows().isEmpty());
        var report = foreign ? taken.stream().map(Source::report).reduce(Report.EMPTY, Report::and) : whole(files.report(), taken);
        return new Done(taken, without(all, taken), report, null);
    }

    private void write(FolderTarget folder, Path target) throws Misuse, IOException {
        var there = folder.taken();
        if (!there.isEmpty() && !force) {
            throw new Misuse("in " + target + " there " + (there.size() == 1 ? "is " : "are ") + String.join(", ", there) + " already: --force replaces " + (there.size() == 1 ? "it." : "them."));
        }
        folder.write();
    }

    /// A file for each source in an existing folder.
    private Done each(List<Source> taken, List<Source> all, Path target) throws Misuse, IOException {
        var stems = new dev.posthorn.formats.v3.Stems();
        var files = new ArrayList<Exported.File>();
        var report = Report.EMPTY;
        for (var source : taken) {
            var exported = exporter.export(source);
            var stem = stems.unique(source.name(), "Collection");
            exported.files().forEach(f -> files.add(new Exported.File(f.path().isEmpty() ? stem + exporter.ending() : stem + "/" + f.path(), f.bytes())));
            report = report.and(whole(exported.report(), List.of(source)));
        }
        write(new FolderTarget(target, files, durable), target);
        return new Done(taken, without(all, taken), report, null);
    }

    /// The exporter's report with those of the sources before it, where it has them not itself.
    private static Report whole(Report exported, List<Source> sources) {
        var known = new HashSet<>(exported.rows());
        var before = sources.stream().map(Source::report).reduce(Report.EMPTY, Report::and);
        return known.containsAll(before.rows()) ? exported : before.and(exported);
    }
}
