package dev.posthorn.formats.v3;

import dev.posthorn.tree.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The bytes of a v3 file.
final class V3Text {

    private V3Text() {}

    static byte[] bytes(Map<String, Object> tree) {
        return YamlWriter.write(tree).getBytes(StandardCharsets.UTF_8);
    }
}
