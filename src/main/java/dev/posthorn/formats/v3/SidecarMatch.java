package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/// Finds for each v3 file the sidecar that was written for it, also after it was renamed or moved by hand.
///
/// 1. The sidecar of the same path, where the content or most of it is the same.
/// 2. Among those left over the one of exactly the same content; of several the one of the same file name, then of the same folder.
/// 3. The sidecar of the same path, whatever was edited.
/// 4. Among those left over the one that most fields agree with: at least half of them by weight.
/// 5. A folder's sidecar is that of the same path, else the one of the folder that most of its items came from.
final class SidecarMatch {

    private static final Map<String, Integer> WEIGHTS = Map.of("url", 4, "body", 4, "event", 3, "description", 3, "name", 3, "header", 2, "auth", 1,
            "method", 1, "variable", 2);
    private static final List<String> CONTENT = List.of("url", "body", "event", "description");

    private final Map<String, Map<String, Object>> items;
    private final Map<String, Sidecar> sidecars;
    private final Map<String, String> found = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private SidecarMatch(Map<String, Map<String, Object>> items, Map<String, Sidecar> sidecars) {
        this.items = items;
        this.sidecars = sidecars;
    }

    /// Path of a v3 file → the path that its sidecar was written for.
    ///
    /// @param items    the fingerprints of every v3 file, by its path
    /// @param sidecars by the path of the v3 file that each was written for
    static Map<String, String> of(Map<String, Map<String, Object>> items, Map<String, Sidecar> sidecars) {
        var requests = new LinkedHashMap<String, Map<String, Object>>();
        var levels = new LinkedHashMap<String, Map<String, Object>>();
        items.forEach((path, marks) -> (level(path) ? levels : requests).put(path, marks));
        var match = new SidecarMatch(requests, sidecars);
        match.samePath((item, sidecar) -> item.get("all").equals(sidecar.get("all")));
        match.samePath((item, sidecar) -> CONTENT.stream().anyMatch(field -> item.containsKey(field) && item.get(field).equals(sidecar.get(field))));
        match.sameContent();
        match.samePath((_, _) -> true);
        match.likely();
        match.folders(levels);
        return match.found;
    }

    private static boolean level(String path) {
        return path.endsWith(CollectionFiles.DEFINITION);
    }

    private void take(String item, String sidecar) {
        found.put(item, sidecar);
        used.add(sidecar);
    }

    private void samePath(BiPredicate<Map<String, Object>, Map<String, Object>> agree) {
        items.forEach((path, marks) -> {
            if (!found.containsKey(path) && sidecars.containsKey(path) && !used.contains(path) && agree.test(marks, sidecars.get(path).marks())) {
                take(path, path);
            }
        });
    }

    private List<String> left() {
        return sidecars.keySet().stream().filter(path -> !used.contains(path) && !level(path)).toList();
    }

    private void sameContent() {
        var byContent = new HashMap<Object, List<String>>();
        left().forEach(path -> byContent.computeIfAbsent(sidecars.get(path).marks().get("all"), _ -> new ArrayList<>()).add(path));
        items.forEach((path, marks) -> {
            var same = byContent.get(marks.get("all"));
            if (!found.containsKey(path) && same != null && !same.isEmpty()) {
                var best = same.stream().max((a, b) -> nearness(path, a) - nearness(path, b)).orElseThrow();
                same.remove(best);
                take(path, best);
            }
        });
    }

    private static int nearness(String item, String sidecar) {
        return (file(item).equals(file(sidecar)) ? 2 : 0) + (folder(item).equals(folder(sidecar)) ? 1 : 0);
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private record Pair(String item, String sidecar, double likeness, int nearness) {}

    private void likely() {
        var byMark = new HashMap<Object, List<String>>();
        for (var path : left()) {
            sidecars.get(path).marks().forEach((field, mark) -> {
                if (WEIGHTS.getOrDefault(field, 0) > 2) {
                    byMark.computeIfAbsent(field + mark, _ -> new ArrayList<>()).add(path);
                }
            });
        }
        var pairs = new ArrayList<Pair>();
        items.forEach((path, marks) -> {
            if (!found.containsKey(path)) {
                var near = new HashSet<String>();
                marks.forEach((field, mark) -> near.addAll(byMark.getOrDefault(field + mark, List.of())));
                near.forEach(sidecar -> pairs.add(new Pair(path, sidecar, likeness(marks, sidecars.get(sidecar).marks()), nearness(path, sidecar))));
            }
        });
        pairs.sort((a, b) -> a.likeness() != b.likeness() ? Double.compare(b.likeness(), a.likeness()) : a.nearness() != b.nearness()
                ? b.nearness() - a.nearness() : (a.item() + a.sidecar()).compareTo(b.item() + b.sidecar()));
        for (var pair : pairs) {
            if (pair.likeness() >= 0.5 && !found.containsKey(pair.item()) && !used.contains(pair.sidecar())) {
                take(pair.item(), pair.sidecar());
            }
        }
    }

    private static double likeness(Map<String, Object> a, Map<String, Object> b) {
        var equal = 0;
        var all = 0;
        for (var weight : WEIGHTS.entrySet()) {
            var left = a.get(weight.getKey());
            var right = b.get(weight.getKey());
            if (left != null || right != null) {
                all += weight.getValue();
                equal += left != null && left.equals(right) ? weight.getValue() : 0;
            }
        }
        return all == 0 ? 0 : (double) equal / all;
    }

    private void folders(Map<String, Map<String, Object>> levels) {
        levels.keySet().forEach(path -> {
            if (sidecars.containsKey(path)) {
                take(path, path);
            }
        });
        var deepestFirst = new ArrayList<>(levels.keySet());
        deepestFirst.sort((a, b) -> Long.compare(b.chars().filter(c -> c == '/').count(), a.chars().filter(c -> c == '/').count()));
        for (var path : deepestFirst) {
            if (!found.containsKey(path)) {
                origin(path, levels.get(path));
            }
        }
    }

    /// The folder that most items of this one came from, else one of the same content and name.
    private void origin(String path, Map<String, Object> marks) {
        var folder = folder(path.substring(0, path.length() - CollectionFiles.DEFINITION.length() + 1));
        var votes = new HashMap<String, Integer>();
        found.forEach((item, sidecar) -> {
            if (parent(item).equals(folder)) {
                votes.merge(parent(sidecar) + CollectionFiles.DEFINITION, 1, Integer::sum);
            }
        });
        var best = votes.entrySet().stream().filter(v -> sidecars.containsKey(v.getKey()) && !used.contains(v.getKey()))
                .max((a, b) -> a.getValue().equals(b.getValue()) ? b.getKey().compareTo(a.getKey()) : a.getValue() - b.getValue());
        best.ifPresentOrElse(vote -> take(path, vote.getKey()), () -> sidecars.entrySet().stream()
                .filter(s -> level(s.getKey()) && !used.contains(s.getKey()) && s.getValue().marks().equals(marks)).findFirst()
                .ifPresent(s -> take(path, s.getKey())));
    }

    /// The folder that an item or a folder stands in, with a `/` at its end; "" for the collection.
    private static String parent(String path) {
        var item = level(path) ? path.substring(0, Math.max(0, path.length() - CollectionFiles.DEFINITION.length() - 1)) : path;
        return folder(item);
    }
}
