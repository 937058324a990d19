package dev.posthorn.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts Posthorn once more as a process of its own, with the class path and the flags of this one.
public final class OwnProcess implements Spawn {

    private final String main;

    /// @param main the class with the main method
    public OwnProcess(String main) {
        this.main = main;
    }

    @Override
    public Ended run(List<String> arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            process.getOutputStream().close();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), printed);
        } finally {
            process.destroy();
        }
    }

    /// A packaged Posthorn has a starter of its own; everything else is a `java` that is told what to start.
    private List<String> command(List<String> arguments) throws IOException {
        var program = ProcessHandle.current().info().command().orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var command = new ArrayList<String>(List.of(program));
        var name = Path.of(program).getFileName().toString();
        if (name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe")) {
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(OwnProcess::wanted).forEach(command::add);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        }
        command.addAll(arguments);
        return command;
    }

    /// Memory, collectors and access; not agents, debuggers and caches, which belong to one process.
    private static boolean wanted(String flag) {
        return (flag.startsWith("-X") && !flag.startsWith("-XX:AOT") && !flag.startsWith("-Xrun") && !flag.startsWith("-Xlog")) || flag.startsWith("--enable-native-access")
                || flag.startsWith("--sun-misc-unsafe-memory-access") || flag.startsWith("-Dposthorn.");
    }
}
