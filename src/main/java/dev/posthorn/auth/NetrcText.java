package dev.posthorn.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a `.netrc`: which login and password go to which machine. Words stand apart by white space; one in quotation marks may hold
/// some, with `\"`, `\n`, `\r` and `\t`; `#` begins a remark where a word would; `macdef` is passed over up to an empty line.
final class NetrcText {

    /// One entry. `machine` is empty for the `default`.
    record Entry(String machine, String login, String password, int line) {
        @Override
        public String toString() {
            return (machine.isEmpty() ? "default" : "machine " + machine) + " (line " + line + ")";
        }
    }

    /// What is wrong, and in which line.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason, int line) {
            super("line " + line + ": " + reason);
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private NetrcText(String text) {
        this.text = text;
    }

    /// The entry for a host: the first that names it, and the login where one is asked for; else the `default`.
    static Optional<Entry> find(List<Entry> entries, String host, String login) {
        return entries.stream().filter(e -> e.machine().equalsIgnoreCase(host)).filter(e -> login.isEmpty() || e.login().equals(login)).findFirst()
                .or(() -> entries.stream().filter(e -> e.machine().isEmpty()).filter(e -> login.isEmpty() || e.login().equals(login)).findFirst());
    }

    static List<Entry> read(String text) throws Unreadable {
        return new NetrcText(text).entries();
    }

    private List<Entry> entries() throws Unreadable {
        var all = new ArrayList<Entry>();
        for (var word = word(); word != null; word = word()) {
            switch (word) {
                case "machine" -> {
                    var where = line;
                    var name = value(word);
                    if (name.isEmpty()) {
                        throw new Unreadable("\"machine\" has an empty name", where);
                    }
                    all.add(new Entry(name, "", "", where));
                }
                case "default" -> all.add(new Entry("", "", "", line));
                case "login", "password", "account" -> filled(all, word);
                case "macdef" -> macro();
                default -> throw new Unreadable("machine, default, login, password, account or macdef was expected, and not another word", line);
            }
        }
        return all;
    }

    /// What a secret says stays out of messages, so a stray word is not quoted.
    private void filled(List<Entry> all, String word) throws Unreadable {
        if (all.isEmpty()) {
            throw new Unreadable("\"" + word + "\" stands before any machine", line);
        }
        var entry = all.removeLast();
        var value = value(word);
        all.add(new Entry(entry.machine(), word.equals("login") ? value : entry.login(), word.equals("password") ? value : entry.password(), entry.line()));
    }

    private String value(String keyword) throws Unreadable {
        var where = line;
        var value = word();
        if (value == null) {
            throw new Unreadable("\"" + keyword + "\" has no value", where);
        }
        return value;
    }

    private void macro() {
        var end = text.indexOf("\n\n", at);
        var windows = text.indexOf("\n\r\n", at);
        var to = end < 0 ? windows < 0 ? text.length() : windows : windows < 0 ? end : Math.min(end, windows);
        while (at < to) {
            skip();
        }
    }

    /// The next word, null at the end.
    private String word() throws Unreadable {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else {
                skip();
            }
        }
        if (at == text.length()) {
            return null;
        }
        return text.charAt(at) == '"' ? quoted() : bare();
    }

    private void skip() {
        if (text.charAt(at++) == '\n') {
            line++;
        }
    }

    private String bare() {
        var start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws Unreadable {
        var out = new StringBuilder();
        var start = line;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            var c = text.charAt(at);
            if (c == '\n') {
                throw new Unreadable("a quotation mark has no end", start);
            }
            if (c == '\\' && at + 1 < text.length()) {
                var escaped = text.charAt(++at);
                c = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped == 't' ? '\t' : escaped;
            }
            out.append(c);
            at++;
        }
        if (at == text.length()) {
            throw new Unreadable("a quotation mark has no end", start);
        }
        at++;
        return out.toString();
    }
}
