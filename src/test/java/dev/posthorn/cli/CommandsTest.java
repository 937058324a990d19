package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandsTest {

    private final Printed printed = new Printed();
    private final List<String> done = new ArrayList<>();

    @CommandLine.Command(mixinStandardHelpOptions = true)
    private static final class Ring implements Callable<Integer> {

        @CommandLine.Option(names = "--times", description = "How often.")
        private int times = 1;

        private final List<String> done;

        Ring(List<String> done) {
            this.done = done;
        }

        @Override
        public Integer call() {
            if (times < 0) {
                throw new IllegalStateException("rang backwards");
            }
            done.add("rang " + times);
            return times > 5 ? Commands.FAILED : Commands.OK;
        }
    }

    private Commands commands() {
        return new Commands(List.of(new Command("ring", "Rings the bell.", () -> new Ring(done)),
                new Command("secret", "", () -> new Ring(done)),
                new Command("never", "Is never made.", () -> {
                    throw new AssertionError("made although nobody asked");
                })), () -> {
                    done.add("window");
                    return Commands.OK;
                }, printed.terminal(false), "1.2.3");
    }

    @Test
    void noArgumentOpensTheWindow() {
        assertEquals(0, commands().run());
        assertEquals(List.of("window"), done);
    }

    @Test
    void helpListsTheCommandsButNotTheHiddenOnes() {
        assertEquals(0, commands().run("--help"));
        assertTrue(printed.out().contains("Rings the bell.") && printed.out().contains("Is never made."), printed.out());
        assertFalse(printed.out().contains("secret"), printed.out());
    }

    @Test
    void aCommandsOwnHelpListsItsOptions() {
        assertEquals(0, commands().run("ring", "--help"));
        assertTrue(printed.out().contains("Usage: posthorn ring") && printed.out().contains("How often.") && printed.out().contains("Rings the bell."), printed.out());
    }

    @Test
    void theExitCodeIsTheCommands() {
        assertEquals(0, commands().run("ring", "--times", "3"));
        assertEquals(1, commands().run("ring", "--times", "6"));
        assertEquals(List.of("rang 3", "rang 6"), done);
    }

    @Test
    void anUnknownCommandIsASentenceAndExitCodeTwo() {
        assertEquals(2, commands().run("rign"));
        assertTrue(printed.err().startsWith("posthorn: there is no command \"rign\". `posthorn --help` says what there is."), printed.err());
        assertTrue(printed.err().contains("Did you mean ") && printed.err().contains("ring"), printed.err());
    }

    @Test
    void anUnknownOptionIsASentenceAndExitCodeTwo() {
        assertEquals(2, commands().run("ring", "--tims", "3"));
        assertTrue(printed.err().startsWith("posthorn: there is no option \"--tims\".") && printed.err().contains("`posthorn ring --help`"), printed.err());
        assertEquals(List.of(), done);
    }

    @Test
    void aWrongValueIsASentenceAndExitCodeTwo() {
        assertEquals(2, commands().run("ring", "--times", "many"));
        assertTrue(printed.err().contains("--times") && printed.err().contains("many"), printed.err());
    }

    @Test
    void aMistakeOfOursIsOneLineWithoutATrace() {
        assertEquals(2, commands().run("ring", "--times", "-1"));
        assertTrue(printed.err().contains("rang backwards") && printed.err().contains("Please report it") && printed.err().lines().count() == 1, printed.err());
    }

    @Test
    void versionSaysWhichOneItIs() {
        assertEquals(0, commands().run("--version"));
        assertEquals("Posthorn 1.2.3", printed.out().strip());
    }

    @Test
    void trainingDoesOneLineAfterTheOtherAndStopsAtTheFirstThatFails(@TempDir Path folder) throws Exception {
        var script = Files.writeString(folder.resolve("training.txt"), "# a comment\n\nring --times 2\nring \"{collections}/a b\" {temp}\nnever\n");
        var asked = new ArrayList<List<String>>();
        var commands = new AtomicReference<Commands>();
        commands.set(new Commands(List.of(new Command("train", "", () -> new TrainCommand(words -> {
            asked.add(List.of(words));
            return asked.size() - 1;
        }, printed.terminal(false)))), () -> 0, printed.terminal(false), ""));
        assertEquals(1, commands.get().run("train", script.toString(), "--collections", "/c", "--temp", "/t"));
        assertEquals(List.of(List.of("ring", "--times", "2"), List.of("ring", "/c/a b", "/t")), asked);
        assertTrue(printed.err().contains("stopped at `ring \"{collections}/a b\" {temp}`"), printed.err());
    }
}
