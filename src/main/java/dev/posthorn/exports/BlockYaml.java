package dev.posthorn.exports;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/// Writes plain Java values as YAML for people: texts of several lines as blocks, and in quotes what an older YAML 1.1 reader would take for something else.
final class BlockYaml {

    /// Words, numbers and dates of YAML 1.1 that are plain texts in 1.2.
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|~|[-+]?[0-9][0-9_.,:eExXoO+-]*.*|[-+]?\\.(inf|nan|[0-9].*)|=|<<");

    private BlockYaml() {}

    static String write(Object tree) {
        var settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2).setIndicatorIndent(2).setIndentWithIndicator(true)
                .setWidth(Integer.MAX_VALUE).setSplitLines(false).setDereferenceAliases(true).setMaxSimpleKeyLength(1_024).build();
        return new Dump(settings, new Texts(settings)).dumpToString(tree);
    }

    private static final class Texts extends StandardRepresenter {

        private Texts(DumpSettings settings) {
            super(settings);
            representers.put(String.class, this::text);
        }

        private Node text(Object value) {
            var text = (String) value;
            if (text.contains("\n") && !text.contains("\r") && !text.isBlank() && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
                return representScalar(Tag.STR, text, ScalarStyle.LITERAL);
            }
            return representScalar(Tag.STR, text, AMBIGUOUS.matcher(text).matches() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
        }
    }
}
