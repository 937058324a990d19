package dev.posthorn.ui.editor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What scripts can use, with a sentence and an example of each: read from `script-api.txt`, for completion, hints and warnings.
final class ScriptApi {

    static final String GLOBAL = "global";
    private static final int PARTS = 6;

    /// One member.
    ///
    /// @param type    of the value, or of what a call of it gives; "-" for none
    /// @param about   a sentence; empty for what is there and is not offered
    /// @param example one or more lines of code; empty for none
    record Member(String owner, String name, String signature, String type, String about, String example) {

        boolean function() {
            return signature.contains("(");
        }
    }

    private final Map<String, Map<String, Member>> owners = new LinkedHashMap<>();
    private final Set<String> closed;

    private ScriptApi(List<String> lines) {
        var complete = Set.<String>of();
        for (var line : lines) {
            var parts = Arrays.stream(line.split("¦", -1)).map(String::strip).toList();
            if (line.startsWith("closed ")) {
                complete = Set.of(line.substring("closed ".length()).strip().split(" "));
            } else if (!line.startsWith("#") && parts.size() >= PARTS - 1) {
                var member = new Member(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.size() < PARTS ? "" : parts.get(5).replace("\\n", "\n"));
                owners.computeIfAbsent(member.owner(), _ -> new LinkedHashMap<>()).put(member.name(), member);
            }
        }
        closed = complete;
    }

    static ScriptApi load() {
        return new ScriptApi(lines("script-api.txt"));
    }

    /// The lines of a text beside this class in the resources.
    static List<String> lines(String name) {
        try (var in = new BufferedReader(new InputStreamReader(Objects.requireNonNull(ScriptApi.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The members of a type that are offered, in the order of the file.
    List<Member> offered(String type) {
        return owners.getOrDefault(type, Map.of()).values().stream().filter(m -> !m.about().isEmpty()).toList();
    }

    Optional<Member> member(String type, String name) {
        return Optional.ofNullable(owners.getOrDefault(type, Map.of()).get(name));
    }

    /// Whether all members of the type are known, so that another one is a mistake.
    boolean closed(String type) {
        return closed.contains(type);
    }

    Set<String> names(String type) {
        return owners.getOrDefault(type, Map.of()).keySet();
    }

    /// The type at the end of a chain such as `pm` `.environment`; empty where it is not known.
    Optional<String> type(List<Chain.Link> links) {
        var type = GLOBAL;
        for (var link : links) {
            var found = member(type, link.name());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            var member = found.get();
            type = member.function() && !link.called() ? member.owner() + "." + member.name() : member.type();
        }
        return Optional.of(type);
    }
}
