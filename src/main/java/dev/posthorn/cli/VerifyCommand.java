package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.formats.PostmanTwo;
import dev.posthorn.formats.PostmanVariables;
import dev.posthorn.imports.Importers;
import dev.posthorn.tree.Json;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

/// `posthorn verify-roundtrip`: proves that files of Postman's come back from our form without losing a value.
///
/// 1. One process turns all files into v3 folders, another turns those back; between them there is nothing but the files.
/// 2. What comes back is compared with the original as JSON: the order of keys apart, everything must be the same.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Converts Postman files to v3 and back, in two processes, and prints every value that differs.")
public final class VerifyCommand implements Callable<Integer> {

    private static final int MOST = 50;

    @CommandLine.Parameters(paramLabel = "PATH", arity = "0..*", description = "Postman files, or folders with such files at any depth.")
    private List<Path> paths = List.of();

    @CommandLine.Option(names = "--step", hidden = true, description = "A list of conversions to do, for another process.")
    private Path step;

    @CommandLine.Option(names = "--keep", paramLabel = "DIR", description = "Leave the files of both conversions in this folder, to be looked at.")
    private Path keep;

    private final SourceReader reader;
    private final Spawn spawn;
    private final Supplier<Path> temporary;
    private final Terminal terminal;

    /// @param temporary makes a folder for the files between the two processes; it is deleted at the end
    public VerifyCommand(SourceReader reader, Spawn spawn, Supplier<Path> temporary, Terminal terminal) {
        this.reader = reader;
        this.spawn = spawn;
        this.temporary = temporary;
        this.terminal = terminal;
    }

    /// A file of Postman's: where it stands, and the form it comes back in.
    private record Original(Path file, String form) {}

    @Override
    public Integer call() throws InterruptedException {
        if (step != null) {
            return Steps.run(step, reader, terminal);
        }
        if (paths.isEmpty()) {
            terminal.complain("name the files or folders to verify.");
            return Commands.MISUSED;
        }
        var folder = keep == null ? temporary.get() : keep;
        try {
            var originals = new ArrayList<Original>();
            var passed = new ArrayList<String>();
            for (var path : paths) {
                gather(path, originals, passed);
            }
            if (originals.isEmpty()) {
                passed.forEach(terminal::complain);
                terminal.complain("there is no collection and no environment of Postman's in what was named.");
                return Commands.MISUSED;
            }
            Files.createDirectories(folder);
            return verify(originals, passed, folder.toAbsolutePath());
        } catch (IOException e) {
            terminal.complain("the files cannot be written or read: " + e.getMessage() + ".");
            return Commands.FAILED;
        } finally {
            if (keep == null) {
                delete(folder);
            }
        }
    }

    private int verify(List<Original> originals, List<String> passed, Path folder) throws IOException, InterruptedException {
        var there = new ArrayList<Steps.Step>();
        var back = new ArrayList<Steps.Step>();
        for (var i = 0; i < originals.size(); i++) {
            var inside = folder.resolve(Integer.toString(i));
            there.add(new Steps.Step(originals.get(i).file().toString(), inside.toString(), Conversion.NATIVE));
            back.add(new Steps.Step(inside.toString(), folder.resolve(i + ".json").toString(), originals.get(i).form()));
        }
        var failedThere = process(folder.resolve("there.steps"), there);
        var failedBack = process(folder.resolve("back.steps"), back);
        var bad = 0;
        for (var i = 0; i < originals.size(); i++) {
            var file = originals.get(i).file();
            var failure = failedThere.containsKey(i) ? failedThere.get(i) : failedBack.get(i);
            bad += failure == null ? compared(file, folder.resolve(i + ".json")) : failed(file, failure);
        }
        passed.forEach(line -> terminal.out().println("passed over  " + line));
        terminal.out().println(originals.size() + (originals.size() == 1 ? " file: " : " files: ") + (originals.size() - bad) + " equal, " + bad + " different"
                + (passed.isEmpty() ? "." : "; " + passed.size() + " passed over."));
        return bad == 0 ? Commands.OK : Commands.FAILED;
    }

    private java.util.Map<Integer, String> process(Path list, List<Steps.Step> steps) throws IOException, InterruptedException {
        Steps.write(list, steps);
        var ended = spawn.run(List.of("verify-roundtrip", "--step", list.toString()));
        if (ended.code() != Commands.OK) {
            throw new IOException("the process for " + list.getFileName() + " ended with " + ended.code());
        }
        return Steps.failures(ended.printed());
    }

    private int failed(Path file, String sentence) {
        terminal.out().println("failed       " + file + "\n    " + sentence);
        return 1;
    }

    private int compared(Path file, Path back) throws IOException {
        var before = value(file);
        var after = value(back);
        var differences = Difference.between(before, after, MOST);
        if (differences.isEmpty()) {
            terminal.out().println("equal        " + file);
            return 0;
        }
        terminal.out().println("different    " + file);
        differences.forEach(d -> terminal.out().println("    " + Columns.plain(d.toString())));
        if (differences.size() == MOST) {
            terminal.out().println("    … and perhaps more.");
        }
        return 1;
    }

    private static Object value(Path file) throws IOException {
        return Importers.document(file).root().plain();
    }

    private static void gather(Path path, List<Original> into, List<String> passed) throws IOException {
        if (!Files.isDirectory(path)) {
            one(path, true, into, passed);
            return;
        }
        var files = new ArrayList<Path>();
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        for (var file : files) {
            one(file, false, into, passed);
        }
    }

    private static void one(Path file, boolean named, List<Original> into, List<String> passed) {
        try {
            var document = Importers.document(file);
            switch (Importers.of(document).orElse(null)) {
                case PostmanTwo _ -> into.add(new Original(file, PostmanTwo.format(PostmanTwo.collection(document.root())).endsWith("2.0") ? "v2.0" : "v2.1"));
                case PostmanVariables _ -> into.add(new Original(file, "v2.1"));
                case null -> passed.add(file + ": " + (document.json() instanceof Json ? "no collection and no environment" : "no JSON"));
                default -> passed.add(file + ": no Postman 2.x, which alone comes back as what it was");
            }
        } catch (IOException e) {
            passed.add(named ? e.getMessage() : file + ": " + e.getMessage());
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTarget.delete(folder);
        } catch (IOException e) {
            // A leftover in the folder for temporary files is the system's to sweep.
        }
    }
}
