package dev.posthorn.imports.curl;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The headers of a command in the order in which curl sends them: its own first, then those of `-H`, the Content-Type of a body last.
final class HeaderRows {

    private static final Set<String> AUTOMATIC = Set.of("host", "user-agent", "accept", "accept-encoding", "connection", "content-type", "content-length",
            "cache-control", "postman-token");
    private static final List<String> ORDER = List.of("Range", "User-Agent", "Accept", "TE", "Accept-Encoding", "Referer", "Transfer-Encoding", "Cookie");

    private final Map<String, String> own = new LinkedHashMap<>();
    private final List<Entry> typed = new ArrayList<>();
    private final Map<String, Object> off = new LinkedHashMap<>();
    private final Ledger ledger;

    HeaderRows(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A header that an option of curl's stands for; an empty value takes it away.
    void own(String name, String value) {
        if (value.isEmpty()) {
            off(name);
        } else {
            own.put(name, value);
        }
    }

    String ownValue(String name) {
        return own.getOrDefault(name, "");
    }

    /// `Name: value`, `Name;` for an empty value, `Name:` to take curl's own away.
    void typed(String line, int offset) {
        if (line.startsWith("@")) {
            ledger.aside(offset, "--header " + line, "the file is not read at import: write its headers as rows");
            return;
        }
        var colon = line.indexOf(':');
        if (colon < 0 && line.stripTrailing().endsWith(";")) {
            typed.add(Entry.of(line.substring(0, line.indexOf(';')).strip(), ""));
            ledger.kept();
        } else if (colon < 0) {
            ledger.aside(offset, "--header without \":\"", "curl does not send it either");
        } else if (line.substring(colon + 1).isBlank()) {
            off(line.substring(0, colon).strip());
            ledger.kept();
        } else {
            var header = Entry.of(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            typed.add(header);
            ledger.kept();
            if (header.value().indexOf('\n') >= 0 || header.key().isEmpty()) {
                ledger.aside(offset, "a header with a line break or without a name", "it is kept, but cannot be sent so");
            }
        }
    }

    private void off(String name) {
        own.remove(name);
        if (AUTOMATIC.contains(name.toLowerCase(Locale.ROOT))) {
            off.put(name.toLowerCase(Locale.ROOT), true);
        }
    }

    boolean has(String name) {
        return typed.stream().anyMatch(e -> e.key().equalsIgnoreCase(name));
    }

    boolean isOff(String name) {
        return off.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /// The value of `-H`; empty where there is none.
    String value(String name) {
        return typed.stream().filter(e -> e.key().equalsIgnoreCase(name)).map(Entry::value).findFirst().orElse("");
    }

    /// Behind those of `-H`, where none of that name is there.
    void last(String name, String value) {
        if (!has(name) && !isOff(name)) {
            typed.add(Entry.of(name, value));
        }
    }

    List<Entry> rows() {
        var rows = new ArrayList<Entry>();
        ORDER.stream().filter(n -> own.containsKey(n) && !has(n)).forEach(n -> rows.add(Entry.of(n, own.get(n))));
        rows.addAll(typed);
        return rows;
    }

    /// The automatic headers that must not be sent, for the setting `disabledSystemHeaders`.
    Map<String, Object> switchedOff() {
        var switched = new LinkedHashMap<>(off);
        switched.keySet().removeIf(this::has);
        return switched;
    }

    void withoutContentType() {
        if (!has("Content-Type")) {
            off.put("content-type", true);
        }
    }
}
