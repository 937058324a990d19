package dev.posthorn.imports.curl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// Records anew what the curl of this machine sends for each command of `commands.txt`, and writes the file. Run it after adding commands, from the folder of
/// the project and with the test class path: `java dev.posthorn.imports.curl.CurlRecorder`. Every name and port is led to one local server.
final class CurlRecorder {

    private static final Path COMMANDS = Path.of("src/test/resources/dev/posthorn/imports/curl/commands.txt");

    private CurlRecorder() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("posthorn-curl");
        CurlCase.files(folder);
        var certificate = new HeldCertificate.Builder().commonName("localhost").build();
        var tls = new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory();
        var recorded = new ArrayList<CurlCase>();
        try (var server = new RecordingServer(tls)) {
            wrapper(folder, server.port());
            for (var one : CurlCase.read(Files.readString(COMMANDS))) {
                run(folder, one.bash().isEmpty() ? withoutPrompts(one.command()) : one.bash());
                var sent = server.taken();
                if (sent.isEmpty()) {
                    System.out.println("nothing was sent: " + one.name());
                }
                recorded.add(new CurlCase(one.name(), one.command(), one.bash(), sent));
            }
        }
        var text = new StringBuilder();
        recorded.forEach(one -> text.append(one.written()));
        Files.writeString(COMMANDS, text);
        System.out.println(recorded.size() + " commands");
    }

    private static String withoutPrompts(String command) {
        return command.replaceAll("(?m)^\\$ (?=curl)", "");
    }

    /// A `curl` that runs the real one, led to our port, behind `--next` too.
    private static void wrapper(Path folder, int port) throws IOException {
        var file = folder.resolve("curl");
        Files.writeString(file, """
                #!/bin/bash
                extra=(--connect-to ::127.0.0.1:%d -k --noproxy '*' -s)
                all=("${extra[@]}")
                for a in "$@"; do
                  all+=("$a")
                  if [ "$a" = --next ]; then all+=("${extra[@]}"); fi
                done
                exec /usr/bin/curl -q "${all[@]}" >/dev/null
                """.formatted(port));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static void run(Path folder, String command) throws Exception {
        var builder = new ProcessBuilder("bash", "-c", command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            System.out.println(command + "\n" + said);
        }
    }
}
