package dev.posthorn.store;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file as it was read, with the digest of its bytes, by which a change on disk is noticed before a save.
///
/// @param stranger whether it is neither a collection nor an environment nor a broken one of these
record LoadedFile(Path file, List<Opened> collections, List<OpenedEnvironment> environments, byte[] digest, boolean stranger) {

    static LoadedFile read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > Importers.LIMIT) {
                return of(file, Importers.read(file), new byte[0]);
            }
            return of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return of(file, Importers.read(file), new byte[0]);
        }
    }

    static LoadedFile of(Path file, byte[] bytes) {
        return of(file, Importers.read(file, bytes), digest(bytes));
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

    /// Whether the file on disk still is what was read.
    boolean current() {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= Importers.LIMIT ? Arrays.equals(digest, digest(Files.readAllBytes(file)))
                    : digest.length == 0 && !Files.exists(file);
        } catch (IOException e) {
            return false;
        }
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

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
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
