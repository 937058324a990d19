package dev.posthorn.imports.curl;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A request as it came over a socket, and its form in `commands.txt`: the head as it is, the body behind `|` on one line with `\n`, `\r`, `\\` and `\xNN`.
record Recorded(String line, List<String> headers, byte[] body) {

    String written() {
        var out = new StringBuilder(line).append('\n');
        headers.forEach(h -> out.append(escaped(h.getBytes(java.nio.charset.StandardCharsets.UTF_8))).append('\n'));
        return out.append('|').append(escaped(body)).append('\n').toString();
    }

    /// All requests of a text made by `written`.
    static List<Recorded> read(String text) {
        var all = new ArrayList<Recorded>();
        var head = new ArrayList<String>();
        for (var row : text.lines().toList()) {
            if (row.startsWith("|")) {
                all.add(new Recorded(head.getFirst(), head.subList(1, head.size()).stream().map(h -> new String(bytes(h), java.nio.charset.StandardCharsets.UTF_8)).toList(),
                        bytes(row.substring(1))));
                head = new ArrayList<>();
            } else if (!row.isEmpty()) {
                head.add(row);
            }
        }
        return all;
    }

    private static String escaped(byte[] bytes) {
        var out = new StringBuilder();
        for (var b : bytes) {
            var c = (char) (b & 0xff);
            out.append(switch (c) {
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\\' -> "\\\\";
                default -> c < ' ' || c > '~' ? "\\x%02x".formatted((int) c) : String.valueOf(c);
            });
        }
        return out.toString();
    }

    private static byte[] bytes(String escaped) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < escaped.length(); i++) {
            var c = escaped.charAt(i);
            if (c != '\\') {
                out.write(c);
                continue;
            }
            switch (escaped.charAt(++i)) {
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 'x' -> {
                    out.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                    i += 2;
                }
                default -> out.write('\\');
            }
        }
        return out.toByteArray();
    }
}
