package dev.posthorn.lint;

import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.YamlNode;
import dev.posthorn.tree.YamlProblem;
import dev.posthorn.tree.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One YAML file of Postman's, with the checks that need no other file.
final class YamlFile {

    private static final Pattern UNQUOTED = Pattern.compile("^\\s*(?:- )?[^#\\n]*?:[ ]+\\{\\{");

    private final Path file;
    private final List<Finding> into;
    private YamlText yaml;

    YamlFile(Path file, List<Finding> into) {
        this.file = file;
        this.into = into;
    }

    /// The top of the file; null where it cannot be read, which is a finding then.
    YamlNode.Mapping read() {
        var text = "";
        try {
            text = TextFile.of(Files.readAllBytes(file)).text();
            yaml = YamlText.read(text);
            if (yaml.root() instanceof YamlNode.Mapping top) {
                return top;
            }
            into.add(Finding.error(file, 1, "broken-file", "There is no YAML object in it."));
        } catch (YamlProblem e) {
            var line = text.lines().skip(Math.max(0, e.line() - 1)).findFirst().orElse("");
            into.add(UNQUOTED.matcher(line).find() ? Finding.error(file, e.line(), "unquoted-variable", "A value begins with {{ without quotes, which is no text in YAML: write \"{{…}}\".")
                    : Finding.error(file, e.line(), "broken-file", "It cannot be read: " + e.getMessage() + " (column " + e.column() + ")."));
        } catch (IOException e) {
            into.add(Finding.error(file, 0, "broken-file", "It cannot be read: " + e.getMessage() + "."));
        }
        return null;
    }

    int line(YamlNode node) {
        return yaml.place(node).line();
    }

    static YamlNode get(YamlNode node, String key) {
        if (node instanceof YamlNode.Mapping map) {
            for (var pair : map.pairs()) {
                if (pair.key().text().equals(key)) {
                    return pair.value();
                }
            }
        }
        return null;
    }

    static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    /// Keys that Postman drops when it writes the file again.
    void unknown(YamlNode node, Set<String> known, String where) {
        if (node instanceof YamlNode.Mapping map) {
            for (var pair : map.pairs()) {
                if (!known.contains(pair.key().text())) {
                    into.add(Finding.error(file, line(pair.key()), "unknown-key", "Postman does not know the key \"" + pair.key().text() + "\" " + where + " and drops it when it saves the file."));
                }
            }
        }
    }

    /// Literal secrets anywhere below, by the names they stand under.
    void secrets(YamlNode node, String name) {
        switch (node) {
            case YamlNode.Scalar scalar -> {
                if (Secrets.literal(name, scalar.text())) {
                    into.add(Finding.warning(file, line(scalar), "literal-secret", "The value of \"" + name + "\" looks like a secret and is in a file that is shared: make it a variable."));
                }
            }
            case YamlNode.Sequence list -> list.items().forEach(item -> secrets(item, name));
            case YamlNode.Alias _ -> { }
            case YamlNode.Mapping map -> {
                var key = text(get(map, "key"));
                map.pairs().stream().filter(p -> !p.key().text().equals("code") && !p.key().text().equals("description"))
                        .forEach(p -> secrets(p.value(), !key.isEmpty() && p.key().text().equals("value") ? key : p.key().text()));
            }
        }
    }
}
