package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The `posthorn` script itself, in a project of empty files, with a Maven and JDKs that only say what they were asked.
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

    @TempDir
    Path temp;

    private Path project;
    private Path bin;
    private Path home;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void aProjectWithSpacesInItsPath() throws Exception {
        project = Files.createDirectories(temp.resolve("my projects/post horn"));
        Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("src/main/java/A.java"), "");
        Files.writeString(project.resolve("pom.xml"), "");
        Files.copy(Path.of("posthorn"), project.resolve("posthorn"));
        executable(project.resolve("posthorn"));
        home = Files.createDirectories(temp.resolve("home"));
        bin = Files.createDirectories(temp.resolve("bin"));
        for (var tool : List.of("dirname", "readlink", "find", "head", "mkdir", "touch", "mv", "rm", "cat", "flock", "sleep", "sed")) {
            for (var folder : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(folder, tool))) {
                    script(bin.resolve(tool), "exec " + folder + "/" + tool + " \"$@\"");
                }
            }
        }
        maven("""
                echo build >> "%s/builds"
                mkdir -p target/classes/dev/posthorn target/lib target/fx
                touch target/classes/dev/posthorn/Main.class
                """.formatted(temp));
        jdk(home.resolve(".jdks/jdk-30"), "30.0.1");
    }

    @Test
    void buildsOnceThenStartsWithTheArgumentsAsTyped() throws Exception {
        var first = start("run", "my file.json", "--env-var", "a=b c");
        assertEquals(0, first.code, first.err);
        assertTrue(first.err.startsWith("Building Posthorn"), first.err);
        assertTrue(first.out.contains("[dev.posthorn.Main][run][my file.json][--env-var][a=b c]"), first.out);
        var second = start("run");
        assertEquals("", second.err);
        assertEquals(1, builds());
    }

    @Test
    void onlyTheWindowNeedsJavaFx() throws Exception {
        assertTrue(start().out.contains("[--module-path][" + project.toRealPath() + "/target/fx]"));
        assertFalse(start("run", "x").out.contains("--module-path"));
        assertFalse(start("--help").out.contains("--module-path"));
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        start("--help");
        Files.setLastModifiedTime(project.resolve("src/main/java/A.java"), FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(start("--help").err.contains("sources changed"));
        assertEquals(2, builds());
    }

    @Test
    void aRemovedSourceIsBuiltAgain() throws Exception {
        start("--help");
        Files.delete(project.resolve("src/main/java/A.java"));
        Files.setLastModifiedTime(project.resolve("src/main/java"), FileTime.from(Instant.now().plusSeconds(5)));
        start("--help");
        assertEquals(2, builds());
    }

    @Test
    void worksThroughLinksAndFromAnyFolder() throws Exception {
        var link = Files.createSymbolicLink(temp.resolve("a link"), project.resolve("posthorn"));
        var second = Files.createSymbolicLink(bin.resolve("ph"), Path.of("../a link"));
        assertTrue(run(Path.of("/"), List.of(link.toString(), "--help")).out.contains("[dev.posthorn.Main][--help]"));
        assertTrue(run(home, List.of(second.toString(), "--help")).out.contains("[dev.posthorn.Main][--help]"));
        assertEquals(1, builds());
    }

    @Test
    void anOlderJdkIsPassedOverForTheOneOnThePath() throws Exception {
        Files.createSymbolicLink(bin.resolve("java"), home.resolve(".jdks/jdk-30/bin/java"));
        jdk(temp.resolve("old"), "17.0.9");
        var ran = run(home, List.of(project.resolve("posthorn").toString(), "--help"), "JAVA_HOME", temp.resolve("old").toString());
        assertTrue(ran.out.startsWith("java of jdk-30"), ran.out);
    }

    @Test
    void javaHomeComesFirstWhereItIsNewEnough() throws Exception {
        jdk(temp.resolve("mine"), "25");
        var ran = run(home, List.of(project.resolve("posthorn").toString(), "--help"), "JAVA_HOME", temp.resolve("mine").toString());
        assertTrue(ran.out.startsWith("java of mine"), ran.out);
    }

    @Test
    void aFailedBuildSaysSoAndStartsNothing() throws Exception {
        maven("echo '[ERROR] A.java: class expected'; exit 1");
        for (var i = 0; i < 2; i++) {
            var ran = start("--help");
            assertEquals(2, ran.code);
            assertEquals("", ran.out);
            assertTrue(ran.err.contains("class expected") && ran.err.contains("could not be built"), ran.err);
        }
    }

    @Test
    void whatAKilledBuildLeftIsThrownAway() throws Exception {
        maven("mkdir -p target/classes/dev/posthorn target/lib target/fx; touch target/classes/dev/posthorn/Main.class target/lib/half.jar; kill -9 $$");
        assertTrue(start("--help").err.contains("stopped"));
        maven("mkdir -p target/classes/dev/posthorn target/lib target/fx; touch target/classes/dev/posthorn/Main.class");
        assertEquals(0, start("--help").code);
        assertFalse(Files.exists(project.resolve("target/lib/half.jar")));
    }

    @Test
    void ofTwoStartsAtOnceOneBuilds() throws Exception {
        maven("""
                echo build >> "%s/builds"
                until [ -e "%s/go" ]; do sleep 0.05; done
                mkdir -p target/classes/dev/posthorn target/lib target/fx
                touch target/classes/dev/posthorn/Main.class
                """.formatted(temp, temp));
        var starts = List.of(process(home, List.of(project.resolve("posthorn").toString(), "--help")),
                process(home, List.of(project.resolve("posthorn").toString(), "--help")));
        Files.writeString(temp.resolve("go"), "");
        for (var start : starts) {
            assertEquals(0, finish(start).code);
        }
        assertEquals(1, builds());
    }

    @Test
    void withoutMavenOneSentenceSaysWhatToInstall() throws Exception {
        Files.delete(bin.resolve("mvn"));
        var ran = start("--help");
        assertEquals(2, ran.code);
        assertTrue(ran.err.lines().count() == 1 && ran.err.contains("needs Maven") && ran.err.contains("apt install maven"), ran.err);
    }

    private Ran start(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(project.resolve("posthorn").toString()));
        command.addAll(List.of(arguments));
        return run(home, command);
    }

    private Ran run(Path folder, List<String> command, String... environment) throws Exception {
        return finish(process(folder, command, environment));
    }

    private Process process(Path folder, List<String> command, String... environment) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", home.resolve(".jdks/jdk-30").toString());
        for (var i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        return builder.start();
    }

    private static Ran finish(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return new Ran(process.exitValue(), out, err);
    }

    private long builds() throws IOException {
        try (var lines = Files.lines(temp.resolve("builds"))) {
            return lines.count();
        }
    }

    private void maven(String does) throws IOException {
        script(bin.resolve("mvn"), "cd \"" + project + "\"\n" + does);
    }

    private static void jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(folder.resolve("bin/java"), "printf 'java of " + folder.getFileName() + " '; printf '[%s]' \"$@\"");
        script(folder.resolve("bin/javac"), "");
    }

    private static void script(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
