package dev.posthorn.oauth.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One request that came to our redirect address.
///
/// @param target as it came: "/callback?code=…"
/// @param fields headers in order, names in lower case
record CallbackRequest(String method, String target, List<Field> fields, String body) {

    static final int MOST_HEAD = 64 << 10;
    static final int MOST_BODY = 256 << 10;
    private static final int MOST_FIELDS = 200;

    record Field(String name, String value) {}

    /// It is answered with this status, and refused with this reason, which completes "Callback refused: ".
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Malformed(int status, String reason) {
            super(reason);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /// Reads one; never more than the two limits together.
    ///
    /// @return null where the other side left without a word, as browsers do that connect beforehand
    static CallbackRequest read(InputStream in) throws IOException, Malformed {
        var head = head(in);
        if (head == null) {
            return null;
        }
        var lines = head.split("\r?\n", -1);
        var words = lines[0].split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.") || words[1].isEmpty()) {
            throw new Malformed(400, "it is not HTTP");
        }
        var fields = new ArrayList<Field>();
        for (var at = 1; at < lines.length; at++) {
            fields.add(field(lines[at]));
            if (fields.size() > MOST_FIELDS) {
                throw new Malformed(431, "it has too many headers");
            }
        }
        var request = new CallbackRequest(words[0], words[1], List.copyOf(fields), "");
        return new CallbackRequest(words[0], words[1], request.fields, request.body(in));
    }

    private static Field field(String line) throws Malformed {
        var colon = line.indexOf(':');
        if (colon < 1 || line.charAt(0) == ' ' || line.charAt(0) == '\t' || line.charAt(colon - 1) == ' ') {
            throw new Malformed(400, "it has a header that is none");
        }
        return new Field(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }

    /// Up to the empty line, without it.
    private static String head(InputStream in) throws IOException, Malformed {
        var bytes = new ByteArrayOutputStream(1024);
        var breaks = 0;
        while (breaks < 2) {
            var b = in.read();
            if (b < 0) {
                if (bytes.size() == 0) {
                    return null;
                }
                throw new Malformed(400, "it broke off");
            }
            if (bytes.size() >= MOST_HEAD) {
                throw new Malformed(431, "its head is longer than " + (MOST_HEAD >> 10) + " KB");
            }
            bytes.write(b);
            breaks = b == '\n' ? breaks + 1 : b == '\r' ? breaks : 0;
        }
        var text = bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        if (text.chars().anyMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t')) {
            throw new Malformed(400, "it has control characters");
        }
        return text;
    }

    private String body(InputStream in) throws IOException, Malformed {
        if (!all("transfer-encoding").isEmpty()) {
            throw new Malformed(411, "it does not say its length");
        }
        var lengths = all("content-length");
        if (lengths.isEmpty()) {
            return "";
        }
        if (lengths.size() > 1 || !lengths.getFirst().matches("\\d{1,9}")) {
            throw new Malformed(400, "it does not say its length in one number");
        }
        var length = Integer.parseInt(lengths.getFirst());
        if (length > MOST_BODY) {
            throw new Malformed(413, "it is longer than " + (MOST_BODY >> 10) + " KB");
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new Malformed(400, "it broke off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> all(String name) {
        return fields.stream().filter(f -> f.name.equals(name)).map(Field::value).toList();
    }

    /// The one value of a header; empty where there is none, or more than one.
    String only(String name) {
        var all = all(name);
        return all.size() == 1 ? all.getFirst() : "";
    }

    String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String query() {
        var query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
