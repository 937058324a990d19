package dev.posthorn.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// The results of earlier runs, in the user's data folder: a folder for each collection, in it a folder for each run, the newest 50. Without secrets, and
/// for the user alone to read. Methods block; they may be called from any thread.
public final class KeptRuns {

    static final int MOST = 50;

    /// After this long an unfinished run is left over from a crash.
    private static final Duration STALE = Duration.ofDays(2);

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    public KeptRuns(Home home, Clock clock) {
        this.folder = home.runs();
        this.clock = clock;
    }

    /// Begins to write a run down.
    public RunRecording begin(Path collection) throws IOException {
        var of = folder(collection);
        PrivateFiles.folder(folder);
        PrivateFiles.folder(of);
        return new RunRecording(of.resolve(NAME.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 8)), this);
    }

    /// Newest first. One that cannot be read is left out.
    public List<RunHead> list(Path collection) throws IOException {
        var heads = new ArrayList<RunHead>();
        for (var run : finished(folder(collection))) {
            try {
                heads.add(RunText.head(run.getFileName().toString(), Files.readString(run.resolve(RunRecording.HEAD))));
            } catch (IOException e) {
                // Damaged, or gone meanwhile: there is nothing that could be shown of it.
            }
        }
        return heads;
    }

    /// All requests of a run in their order.
    public List<RunRow> rows(Path collection, RunHead head) throws IOException {
        return RunText.rows(Files.readAllBytes(folder(collection).resolve(head.id()).resolve(RunRecording.ROWS)));
    }

    public RunDetail detail(Path collection, RunHead head, RunRow row) throws IOException {
        return RunRecording.read(folder(collection).resolve(head.id()), row);
    }

    public void delete(Path collection, RunHead head) throws IOException {
        if (!head.id().isEmpty()) {
            Trash.remove(folder(collection).resolve(head.id()));
        }
    }

    private Path folder(Path collection) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(collection.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Newest first: names begin with the time.
    private static List<Path> finished(Path of) throws IOException {
        try (var runs = Files.list(of)) {
            return runs.filter(RunRecording::finished).sorted(Comparator.comparing((Path p) -> p.getFileName().toString()).reversed()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// Removes what is too much, and what a crash left behind.
    void prune(Path of) throws IOException {
        for (var old : finished(of).stream().skip(MOST).toList()) {
            Trash.remove(old);
        }
        try (var runs = Files.list(of)) {
            for (var left : runs.filter(p -> !RunRecording.finished(p)).toList()) {
                if (Files.getLastModifiedTime(left).toInstant().isBefore(clock.instant().minus(STALE))) {
                    Trash.remove(left);
                }
            }
        }
    }
}
