package dev.posthorn.text;

/// Takes the comments out of JSON that people write with comments, and leaves everything else as it is, also what is no JSON.
///
/// A `//` comment goes up to the end of its line, which stays (of CR LF the LF), and a `/* */` comment with all that is in it; what looks like
/// one inside a string stays. An unclosed comment goes to the end of the text.
public final class JsonComments {

    private JsonComments() {}

    public static String without(String json) {
        if (!json.contains("//") && !json.contains("/*")) {
            return json;
        }
        var out = new StringBuilder(json.length());
        var i = 0;
        while (i < json.length()) {
            if (json.charAt(i) == '"') {
                var end = string(json, i);
                out.append(json, i, end);
                i = end;
            } else if (json.startsWith("//", i)) {
                i = line(json, i);
            } else if (json.startsWith("/*", i)) {
                var end = json.indexOf("*/", i + 2);
                i = end < 0 ? json.length() : end + 2;
            } else {
                out.append(json.charAt(i++));
            }
        }
        return out.toString();
    }

    private static int string(String json, int start) {
        for (var i = start + 1; i < json.length(); i++) {
            if (json.charAt(i) == '\\') {
                i++;
            } else if (json.charAt(i) == '"') {
                return i + 1;
            }
        }
        return json.length();
    }

    private static int line(String json, int start) {
        var end = json.indexOf('\n', start);
        return end < 0 ? json.length() : end;
    }
}
