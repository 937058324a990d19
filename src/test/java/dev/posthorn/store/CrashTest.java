package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.RequestItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that edits 200 requests is killed in the middle of it, again and again: no file is damaged, no draft older than two seconds is lost.
@Tag("crash")
final class CrashTest {

    /// How many requests each of the two collections has.
    static final int REQUESTS = 100;

    /// What is younger when the program dies may be lost, in milliseconds.
    private static final long OLD = 2_000;

    /// How many things the program says before it is killed, and how long after that, in nanoseconds: any point of an edit.
    private static final int MOST = 30;
    private static final int MOMENT = 30_000_000;
    private static final int FEW = 10;

    @TempDir
    private Path folder;
    private Path repository;
    private Home home;

    /// The newest number that each request must have: in its file or in its draft.
    private final Map<String, Long> owed = new HashMap<>();

    /// What the killed program said: the number of a draft that was put, or of a request that was saved.
    private record Said(boolean saved, String key, long number, long at) {}

    @Test
    void nothingIsLostWhenTheProgramIsKilled() throws IOException, InterruptedException {
        repository = folder.resolve("repository");
        home = new Home(folder.resolve("home"));
        CrashChild.write(repository);
        var random = new Random(20261121);
        var rounds = Integer.getInteger("crash.rounds", 3);
        if (rounds > FEW) {
            prepare();
        }
        var saves = 0;
        var edits = 0;
        var leftovers = 0;
        var began = System.nanoTime();
        for (var round = 1; round <= rounds; round++) {
            var killed = new long[1];
            var said = killedChild(random, killed);
            saves += (int) said.stream().filter(Said::saved).count();
            edits += said.size();
            check(said, killed[0], "round " + round);
            leftovers += leftovers();
        }
        assertTrue(saves > 0, "the program was killed before it saved anything");
        System.out.printf("%d rounds in %d s: %d edits, %d saves, %d temporary files left and swept%n", rounds,
                (System.nanoTime() - began) / 1_000_000_000, edits, saves, leftovers);
    }

    private static Process child(String option, Path repository, Path home, String seed) throws IOException {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", option, "-Xshare:auto", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), CrashChild.class.getName(), repository.toString(), home.toString(), seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /// Many rounds are quicker when the program finds its classes prepared.
    private void prepare() throws IOException, InterruptedException {
        var elsewhere = folder.resolve("preparation");
        CrashChild.write(elsewhere);
        var child = child("-XX:ArchiveClassesAtExit=" + archive(), elsewhere, folder.resolve("preparation-home"), CrashChild.SHORT);
        child.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        child.waitFor();
    }

    /// Starts the program, kills it a moment after it said that many things, and answers with all it said until then.
    private List<Said> killedChild(Random random, long[] killed) throws IOException, InterruptedException {
        var child = child("-XX:SharedArchiveFile=" + archive(), repository, home.folder(), String.valueOf(random.nextInt()));
        var things = 1 + random.nextInt(MOST);
        var moment = random.nextInt(MOMENT);
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            assertEquals("ready", lines.readLine());
            var said = new ArrayList<Said>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ");
                if (words.length == 5 && words[4].equals(".")) {
                    said.add(new Said(words[0].equals("S"), words[1], Long.parseLong(words[2]), Long.parseLong(words[3])));
                }
                if (said.size() == things && killed[0] == 0) {
                    LockSupport.parkNanos(moment);
                    killed[0] = System.currentTimeMillis();
                    // The process itself would close its output, of which something may still be unread.
                    child.toHandle().destroyForcibly();
                }
            }
            child.waitFor();
            assertTrue(said.size() >= things, "the program ended by itself");
            return said;
        }
    }

    private void check(List<Said> said, long killed, String round) throws IOException {
        var found = new HashMap<String, Long>();
        var candidates = FileSearch.find(repository);
        assertEquals(2, candidates.size(), () -> round + ": what opens as a collection is " + candidates);
        for (var candidate : candidates) {
            var opened = assertInstanceOf(Opened.Good.class, LoadedFile.read(candidate).collections().getFirst(), round);
            var requests = opened.collection().items().stream().map(i -> assertInstanceOf(RequestItem.class, i, round)).toList();
            assertEquals(REQUESTS, requests.size(), round);
            requests.forEach(r -> found.put(r.name(), CrashChild.number(r.request())));
        }
        said.stream().filter(Said::saved).forEach(s -> assertTrue(found.get(s.key()) >= s.number(), () -> round + ": a saved request is as it was before"));
        try (var drafts = new Drafts(home)) {
            for (var draft : drafts.load()) {
                found.merge(draft.key(), CrashChild.number(((DraftContent.OfRequest) draft.draft()).request()), Math::max);
            }
            assertEquals("", drafts.note(), round);
        }
        said.stream().filter(s -> s.at() <= killed - OLD).forEach(s -> owed.merge(s.key(), s.number(), Math::max));
        owed.forEach((key, number) -> {
            assertNotNull(found.get(key), round);
            assertTrue(found.get(key) >= number, () -> round + ": of " + key + " edit " + number + " was lost, " + found.get(key) + " is there");
        });
        // Whatever came through this time is old by the next.
        owed.putAll(found);
    }

    /// Temporary files are no collections, and go when they are old enough.
    private int leftovers() throws IOException {
        try (var files = Files.walk(repository)) {
            var left = files.filter(AtomicFile::isTemporary).toList();
            left.forEach(file -> AtomicFile.sweep(file, Instant.now().plusSeconds(120)));
            assertTrue(left.stream().noneMatch(Files::exists));
            return left.size();
        }
    }
}
