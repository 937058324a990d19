package dev.posthorn.http.socket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// A message log as text: one JSON object a line, with time, direction, kind, size and content; binary content in base64.
final class LogText {

    private LogText() {}

    static void write(MessageLog log, Appendable out) throws IOException {
        var size = log.size();
        for (var i = 0L; i < size; i++) {
            var line = log.line(i);
            byte[] content;
            try (var in = log.content(i).open()) {
                content = in.readAllBytes();
            }
            out.append("{\"time\":\"").append(line.at().toString()).append("\",\"direction\":\"").append(direction(line)).append("\",\"kind\":\"")
                    .append(line.kind().name().toLowerCase(Locale.ROOT)).append("\",\"size\":").append(Long.toString(line.size()));
            if (line.kind() == LoggedMessage.Kind.BINARY || line.kind() == LoggedMessage.Kind.PING || line.kind() == LoggedMessage.Kind.PONG) {
                out.append(",\"base64\":\"").append(Base64.getEncoder().encodeToString(content)).append("\"}\n");
            } else {
                out.append(",\"text\":");
                quote(new String(content, StandardCharsets.UTF_8), out);
                out.append("}\n");
            }
        }
    }

    private static String direction(LoggedMessage line) {
        return line.kind() == LoggedMessage.Kind.NOTE ? "none" : line.sent() ? "sent" : "received";
    }

    private static void quote(String text, Appendable out) throws IOException {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
