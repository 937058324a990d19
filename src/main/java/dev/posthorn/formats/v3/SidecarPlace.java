package dev.posthorn.formats.v3;

import dev.posthorn.formats.FileChange;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sidecar of one v3 file while that is edited: found also where the file was renamed by hand, and written beside its path of today.
///
/// @param own   where it belongs
/// @param found where it is; null where there is none
record SidecarPlace(Path own, Path found, Sidecar sidecar) {

    /// @param marks the fingerprints of the item as its v3 file says it
    static SidecarPlace of(V3Places places, Path file, Map<String, Object> marks) {
        var own = places.sidecar(file);
        var there = SidecarFiles.one(own, new ArrayList<>());
        if (there != null) {
            return new SidecarPlace(own, own, there);
        }
        var orphans = orphans(places);
        var match = orphans.isEmpty() ? Map.<String, String>of() : SidecarMatch.of(Map.of(places.id(file), marks), orphans);
        var found = match.get(places.id(file));
        return found == null ? new SidecarPlace(own, null, Sidecar.NONE)
                : new SidecarPlace(own, places.sidecars().resolve(found + ".json"), orphans.get(found));
    }

    /// The sidecars whose v3 file is no longer where it was.
    private static Map<String, Sidecar> orphans(V3Places places) {
        var orphans = new LinkedHashMap<String, Sidecar>();
        if (!Files.isDirectory(places.sidecars())) {
            return orphans;
        }
        try (var files = Files.walk(places.sidecars())) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                var path = places.sidecars().relativize(file).toString().replace('\\', '/').replaceFirst("\\.json$", "");
                var sidecar = Files.exists(places.root().resolve(path)) ? null : SidecarFiles.one(file, new ArrayList<>());
                if (sidecar != null) {
                    orphans.put(path, sidecar);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            orphans.clear();
        }
        return orphans;
    }

    /// What must happen so that `now` is the sidecar.
    List<FileChange> changes(Sidecar now) {
        var changes = new ArrayList<FileChange>();
        if (found != null && (now.empty() || !found.equals(own))) {
            changes.add(new FileChange.Delete(found));
        }
        if (!now.empty()) {
            changes.add(new FileChange.Write(own, bytes(now)));
        }
        return changes;
    }

    static byte[] bytes(Sidecar sidecar) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("posthorn", 1);
        tree.putAll(sidecar.tree());
        return JsonWriter.pretty(tree).getBytes(StandardCharsets.UTF_8);
    }
}
