package dev.posthorn.formats.v3;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/// The text of a v3 file.
final class V3Text {

    private V3Text() {}

    static byte[] bytes(Map<String, Object> tree) {
        var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();
        return new Dump(settings).dumpToString(tree).getBytes(StandardCharsets.UTF_8);
    }
}
