package dev.posthorn.exports;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the servers of a description: the one that most requests share is the server of all, the others stand with their operations.
final class OpenApiServers {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final int DEPTH = 10;

    private final List<Entry> variables;
    private final ExportRows rows;
    private final String common;

    /// @param used the servers of all requests
    OpenApiServers(List<Entry> variables, List<String> used, ExportRows rows) {
        this.variables = variables;
        this.rows = rows;
        var counts = new LinkedHashMap<String, Integer>();
        used.forEach(server -> counts.merge(server, 1, Integer::sum));
        common = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    boolean isCommon(String server) {
        return server.equals(common);
    }

    /// The common server, and after it the other values that its variable has, switched off, in the collection.
    List<Object> all() {
        var servers = new ArrayList<Object>();
        if (!common.isEmpty()) {
            servers.addAll(of(common));
        }
        return servers;
    }

    List<Object> of(String server) {
        var servers = new ArrayList<Object>();
        servers.add(server(server, description(server)));
        var whole = VARIABLE.matcher(server);
        if (whole.matches()) {
            variables.stream().filter(v -> !v.enabled() && v.key().equals(whole.group(1).strip()) && !v.value().isBlank())
                    .forEach(v -> servers.add(server(v.value(), v.description())));
        }
        return servers;
    }

    private String description(String server) {
        var whole = VARIABLE.matcher(server);
        return whole.matches() ? find(whole.group(1).strip()).map(Entry::description).orElse("") : "";
    }

    private java.util.Optional<Entry> find(String name) {
        return variables.stream().filter(v -> v.enabled() && v.key().equals(name)).findFirst();
    }

    /// A variable that is the whole address is replaced by its value; others become variables of the server.
    private Map<String, Object> server(String text, String description) {
        var whole = VARIABLE.matcher(text);
        var address = text;
        for (var depth = 0; depth < DEPTH && whole.matches() && find(whole.group(1).strip()).filter(v -> !v.value().isBlank()).isPresent(); depth++) {
            address = find(whole.group(1).strip()).orElseThrow().value().strip();
            whole = VARIABLE.matcher(address);
        }
        var used = new LinkedHashMap<String, Object>();
        var url = VARIABLE.matcher(address.replaceFirst("/+$", "")).replaceAll(m -> {
            var name = m.group(1).strip().replaceAll("[^\\p{L}\\p{N}_.-]", "_");
            used.put(name, variable(m.group(1).strip()));
            return Matcher.quoteReplacement("{" + name + "}");
        });
        var server = new LinkedHashMap<String, Object>();
        server.put("url", url);
        if (!description.isBlank()) {
            server.put("description", description.strip());
        }
        if (!used.isEmpty()) {
            server.put("variables", used);
        }
        return server;
    }

    private Map<String, Object> variable(String name) {
        var variable = new LinkedHashMap<String, Object>();
        var known = find(name);
        if (known.isEmpty() || known.get().value().isBlank() || known.get().secret()) {
            rows.translated("", "", "the variable " + name, "the server variable " + name, "the collection gives it no value that can be written: its default is only a word");
        }
        var value = known.filter(v -> !v.secret() && !v.value().isBlank()).map(Entry::value).orElse("localhost");
        variable.put("default", value);
        known.map(Entry::description).filter(d -> !d.isBlank()).ifPresent(d -> variable.put("description", d));
        return variable;
    }

    /// The names of the variables that are in some server.
    static List<String> names(String server) {
        return VARIABLE.matcher(server).results().map(m -> m.group(1).strip()).toList();
    }
}
