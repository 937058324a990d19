package dev.posthorn.store;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.v3.EnvironmentText;
import dev.posthorn.formats.v3.V3Folder;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file or collection folder as it was read, with a digest by which a change on disk is noticed.
///
/// @param digest   empty for what could not be read at all
/// @param stranger whether it is neither a collection nor an environment nor a broken one of these
record LoadedFile(Path file, List<Opened> collections, List<OpenedEnvironment> environments, byte[] digest, boolean stranger) {

    /// As shown to the user.
    static final String V3 = "Postman 3.0";

    private static final byte[] NONE = {};

    /// How often a folder is read that is changed while it is.
    private static final int TRIES = 3;
    private static final int PIECE = 1 << 16;

    static LoadedFile read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return folder(file);
            }
            if (!Files.isRegularFile(file) || Files.size(file) > Importers.LIMIT) {
                return of(file, Importers.read(file), NONE);
            }
            return of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return of(file, Importers.read(file), NONE);
        }
    }

    private static LoadedFile folder(Path folder) {
        var stamp = stamp(folder);
        for (var tries = 1; ; tries++) {
            var result = result(folder);
            var now = stamp(folder);
            if (tries == TRIES || Arrays.equals(stamp, now)) {
                return of(folder, result, stamp);
            }
            stamp = now;
        }
    }

    private static ReadResult result(Path folder) {
        if (!FileSearch.collection(folder)) {
            return Importers.read(folder);
        }
        try {
            var read = V3Folder.read(folder);
            return new ReadResult.OfCollection(V3, read.collection(), read.report());
        } catch (IOException e) {
            return new ReadResult.NotOne("The folder cannot be read: " + FileChanges.reason(e) + ".", 0, 0);
        }
    }

    static LoadedFile of(Path file, byte[] bytes) {
        var result = Importers.read(file, bytes);
        return of(file, result instanceof ReadResult.NotOne no && no.line() == 0 && EnvironmentText.yaml(file) ? broken(bytes, no) : result, sha256().digest(bytes));
    }

    /// An environment that is no sound YAML is told with its line.
    private static ReadResult broken(byte[] bytes, ReadResult.NotOne otherwise) {
        try {
            Yaml.read(TextFile.of(bytes).text());
            return otherwise;
        } catch (YamlProblem e) {
            return new ReadResult.NotOne("The YAML is broken: " + e.getMessage() + ".", Math.max(e.line(), 1), 0);
        }
    }

    private static LoadedFile of(Path file, ReadResult result, byte[] digest) {
        var collections = new ArrayList<Opened>();
        var environments = new ArrayList<OpenedEnvironment>();
        switch (result) {
            case ReadResult.OfSeveral(_, var parts) -> parts.forEach(part -> add(file, part, collections, environments));
            case ReadResult.OfCollection _, ReadResult.OfEnvironment _, ReadResult.NotOne _ -> add(file, result, collections, environments);
        }
        var stranger = result instanceof ReadResult.NotOne no && no.line() == 0;
        return new LoadedFile(file, List.copyOf(collections), List.copyOf(environments), digest, stranger);
    }

    private static void add(Path file, ReadResult part, List<Opened> collections, List<OpenedEnvironment> environments) {
        switch (part) {
            case ReadResult.OfCollection(var format, var collection, _) -> collections.add(new Opened.Good(file, format, collection));
            case ReadResult.OfEnvironment(_, var environment, _) -> environments.add(new OpenedEnvironment(file, environment));
            case ReadResult.NotOne(var sentence, var line, _) -> collections.add(new Opened.Bad(file, sentence, line));
            case ReadResult.OfSeveral _ -> { }
        }
    }

    /// Where what a 3.0 collection has no place for is kept beside it; null for a file.
    Path sidecar() {
        return Files.isRegularFile(file) ? null : sidecar(file);
    }

    private static Path sidecar(Path folder) {
        var collections = folder.getParent();
        return collections != null && collections.endsWith(Path.of("postman", "collections")) && collections.getParent().getParent() != null
                ? collections.getParent().resolveSibling(".posthorn").resolve(folder.getFileName())
                : folder.resolveSibling(".posthorn").resolve(folder.getFileName());
    }

    private static byte[] stamp(Path folder) {
        return FolderStamp.of(folder, sidecar(folder));
    }

    /// Whether the file on disk still is what was read.
    boolean current() {
        try {
            if (Files.isDirectory(file)) {
                return Arrays.equals(digest, stamp(file));
            }
            return Files.isRegularFile(file) && Files.size(file) <= Importers.LIMIT ? Arrays.equals(digest, digest(file))
                    : digest.length == 0 && !Files.exists(file);
        } catch (IOException e) {
            return false;
        }
    }

    boolean same(LoadedFile other) {
        return digest.length > 0 && Arrays.equals(digest, other.digest);
    }

    /// Whether it may be that another program has only begun to write it.
    boolean doubtful() {
        return collections.stream().anyMatch(o -> switch (o) {
            case Opened.Bad _ -> true;
            case Opened.Good good -> good.format().equals(V3) && bad(good.collection().items());
        });
    }

    private static boolean bad(List<Item> items) {
        var left = new ArrayDeque<>(items);
        while (!left.isEmpty()) {
            switch (left.pop()) {
                case BadItem _ -> {
                    return true;
                }
                case Folder folder -> folder.items().forEach(left::push);
                case RequestItem _, OtherItem _ -> { }
            }
        }
        return false;
    }

    /// The collection of this file that the given one became; null where the file holds none.
    Opened like(Opened.Good opened) {
        Opened likely = null;
        for (var candidate : collections) {
            if (candidate instanceof Opened.Good good && good.collection() == opened.collection()) {
                return good;
            }
            if (candidate instanceof Opened.Good good && good.collection().name().equals(opened.collection().name())) {
                likely = likely == null ? good : likely;
            }
        }
        return likely != null || collections.isEmpty() ? likely : collections.getFirst();
    }

    /// Old id → new id of every item that is known by another id in the file as it was read later.
    Map<String, String> followedTo(LoadedFile later) {
        var ids = new HashMap<String, String>();
        for (var opened : collections) {
            if (opened instanceof Opened.Good good && later.like(good) instanceof Opened.Good now) {
                ids.putAll(Following.ids(good.collection(), now.collection()));
            }
        }
        return ids;
    }

    /// The SHA-256 of a file's content, without having all of it in memory.
    static byte[] digest(Path file) throws IOException {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            var piece = new byte[PIECE];
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The environment or globals of this file that has that name now; null where there is none.
    OpenedEnvironment environment(Environment wanted) {
        return environments.stream().filter(e -> e.environment().name().equals(wanted.name()) && e.environment().globals() == wanted.globals())
                .findFirst().orElse(null);
    }
}
