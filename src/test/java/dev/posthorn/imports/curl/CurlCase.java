package dev.posthorn.imports.curl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One section of `commands.txt`.
///
/// @param bash the same command for bash, where the command itself is for another shell or means more than a shell reads in it; empty where it is for bash
/// @param sent what the real curl sent
record CurlCase(String name, String command, String bash, List<Recorded> sent) {

    static List<CurlCase> read(String text) {
        var cases = new ArrayList<CurlCase>();
        for (var section : ("\n" + text).split("\n=== ")) {
            if (section.isBlank()) {
                continue;
            }
            var cut = section.indexOf('\n');
            var title = section.substring(0, cut);
            var rest = section.substring(cut + 1);
            var last = cases.isEmpty() ? null : cases.removeLast();
            if (title.equals("bash")) {
                cases.add(new CurlCase(last.name, last.command, rest, last.sent));
            } else if (title.equals("sent")) {
                cases.add(new CurlCase(last.name, last.command, last.bash, Recorded.read(rest)));
            } else {
                if (last != null) {
                    cases.add(last);
                }
                cases.add(new CurlCase(title, rest, "", List.of()));
            }
        }
        return cases;
    }

    String written() {
        var out = new StringBuilder("=== ").append(name).append('\n').append(lined(command));
        if (!bash.isEmpty()) {
            out.append("=== bash\n").append(lined(bash));
        }
        out.append("=== sent\n");
        sent.forEach(s -> out.append(s.written()));
        return out.toString();
    }

    private static String lined(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    /// The files that the commands send.
    static void files(Path folder) throws IOException {
        Files.writeString(folder.resolve("note.txt"), "A note.\nOf two lines.\n");
        Files.writeString(folder.resolve("data.json"), "{\"from\": \"a file\"}");
        Files.write(folder.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 0x1a, 10, 0, 1, 2});
    }
}
