package dev.posthorn.imports.openapi;

import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes variables of the servers: `baseUrl` is the first one, the others stand beside it, switched off. A path or operation with servers of its own gets another variable.
final class Servers {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)}");
    private static final String NOWHERE = "http://localhost";

    private final Spec spec;
    private final Variables variables;
    private final Map<String, String> names = new HashMap<>();
    private String common = "";

    Servers(Spec spec, Variables variables) {
        this.spec = spec;
        this.variables = variables;
        if (spec.swagger()) {
            swagger();
        } else {
            common = declare("baseUrl", spec.root().list("servers"));
        }
        if (common.isEmpty()) {
            spec.ledger().made("", "the variable baseUrl", "the description names no server: " + NOWHERE + " stands for it");
            common = variables.add(new Entry("baseUrl", NOWHERE, "The description names no server: put its address here.", true, false));
            names.put(NOWHERE, common);
        }
    }

    /// What the URL of the operation begins with: "{{baseUrl}}".
    String of(Operation operation) {
        for (var holder : List.of(operation.tree(), operation.item())) {
            var own = holder.list("servers");
            if (!own.isEmpty()) {
                return "{{" + declare("serverUrl", own) + "}}";
            }
        }
        return "{{" + common + "}}";
    }

    private String declare(String wanted, List<Tracked> servers) {
        var name = "";
        for (var server : servers) {
            var address = address(server);
            var entry = new Entry(wanted, address, server.text("description").strip(), true, false);
            if (name.isEmpty()) {
                name = names.containsKey(address) ? names.get(address) : variables.add(entry);
                names.putIfAbsent(address, name);
            } else if (!names.containsKey(address)) {
                variables.choice(entry.withKey(name));
                names.put(address, name);
            }
        }
        return name;
    }

    private String address(Tracked server) {
        var declared = server.get("variables");
        var renamed = new HashMap<String, String>();
        for (var name : declared.keys()) {
            var variable = declared.get(name);
            var choices = variable.list("enum").stream().map(Tracked::text).collect(Collectors.joining(", "));
            var description = variable.text("description").strip() + (choices.isEmpty() ? "" : " (one of: " + choices + ")");
            renamed.put(name, variables.add(new Entry(name, variable.text("default"), description.strip(), true, false)));
        }
        var url = TEMPLATE.matcher(server.text("url").strip()).replaceAll(m ->
                java.util.regex.Matcher.quoteReplacement("{{" + renamed.getOrDefault(m.group(1), m.group(1)) + "}}"));
        return whole(url, server.get("url").pointer()).replaceFirst("/+$", "");
    }

    /// A server may be a path on the host that the description came from, which nobody knows any more.
    private String whole(String url, String pointer) {
        if (url.startsWith("//")) {
            return "https:" + url;
        }
        if (url.startsWith("{{") || url.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*://.*")) {
            return url;
        }
        var full = NOWHERE + (url.startsWith("/") || url.isEmpty() ? "" : "/") + url.replaceFirst("^\\./", "");
        spec.ledger().translated(pointer, "the address " + Spec.shortened(url), full, "it is a path on the host of the description: put the right host there");
        return full;
    }

    private void swagger() {
        var root = spec.root();
        var schemes = root.list("schemes").stream().map(Tracked::text).filter(s -> s.startsWith("http")).toList();
        var host = root.text("host").strip();
        var path = root.text("basePath").strip().replaceFirst("/+$", "");
        if (host.isEmpty() && path.isEmpty()) {
            return;
        }
        if (host.isEmpty()) {
            spec.ledger().translated(root.get("basePath").pointer(), "the path " + path, NOWHERE + path, "the description names no host: put the right one there");
            host = "localhost";
        }
        var usual = host.startsWith("localhost") ? "http" : "https";
        var scheme = schemes.isEmpty() || schemes.contains(usual) ? usual : schemes.getFirst();
        var rest = host + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path;
        common = variables.add(Entry.of("baseUrl", scheme + "://" + rest));
        names.put(scheme + "://" + rest, common);
        schemes.stream().filter(s -> !s.equals(scheme)).distinct().forEach(s -> variables.choice(Entry.of("baseUrl", s + "://" + rest)));
    }
}
