package dev.posthorn.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The changes of one edit, each a range of the file and the text that takes its place.
final class YamlEdits {

    /// @param to the offset behind the replaced range
    record Splice(int from, int to, String text) {}

    /// Where a value stands.
    ///
    /// @param after  the offset right behind the `:` or `-` before it
    /// @param indent how many chars its map or list is indented
    /// @param item   whether a `-` stands before it
    record Slot(int after, int indent, boolean item) {}

    final String text;
    final String ending;
    final boolean blocks;
    private final int limit;

    /// @param blocks whether new texts may be block scalars
    /// @param limit  from which depth on a value that differs is written anew as a whole
    YamlEdits(String text, boolean blocks, int limit) {
        this.text = text;
        this.ending = YamlLines.lineEnding(text);
        this.blocks = blocks;
        this.limit = limit;
    }

    String patched(YamlNode root, Object after) {
        var splices = new ArrayList<Splice>();
        if (!inside(root, after, 0, splices)) {
            var end = root instanceof YamlNode.Scalar ? root.end() : YamlLines.lineEnd(text, root.end());
            splices.add(new Splice(root.start(), end, lines(YamlWriter.top(after, blocks))));
        }
        return spliced(0, text.length(), splices);
    }

    /// `written` with the line ends of this file.
    String lines(String written) {
        return ending.equals("\n") ? written : written.replace("\n", ending);
    }

    /// A range of the file with the changes that fall into it.
    String spliced(int from, int to, List<Splice> splices) {
        var out = new StringBuilder();
        var at = from;
        for (var splice : splices) {
            out.append(text, at, splice.from()).append(splice.text());
            at = splice.to();
        }
        return out.append(text, at, to).toString();
    }

    /// The changes that make a value of a block map or list say `after`.
    void value(YamlNode node, Object after, Slot slot, int depth, List<Splice> splices) {
        if (YamlCore.same(node.plain(), after)) {
            return;
        }
        if (node instanceof YamlNode.Scalar scalar && after instanceof String changed && scalar.value() instanceof String && depth < limit) {
            var kept = new YamlScalarEdit(this).inStyle(scalar, changed, slot);
            if (kept != null) {
                splices.add(new Splice(scalar.start(), scalar.end(), kept));
                return;
            }
        }
        if (!inside(node, after, depth, splices)) {
            replace(node, after, slot, splices);
        }
    }

    /// The changes inside a map or list that stays one; false where it must be replaced as a whole.
    private boolean inside(YamlNode node, Object after, int depth, List<Splice> splices) {
        if (depth >= limit) {
            return false;
        }
        return switch (node) {
            case YamlNode.Mapping map when map.flow() -> after instanceof Map<?, ?> changed && YamlFlowEdit.of(this, map).map(map, changed, depth, splices);
            case YamlNode.Sequence list when list.flow() -> after instanceof List<?> changed && YamlFlowEdit.of(this, list).list(list, changed, depth, splices);
            case YamlNode.Mapping map -> after instanceof Map<?, ?> changed && new YamlBlockEdit(this).map(map, changed, depth, splices);
            case YamlNode.Sequence list -> after instanceof List<?> changed && new YamlBlockEdit(this).list(list, changed, depth, splices);
            case YamlNode.Scalar _, YamlNode.Alias _ -> false;
        };
    }

    /// A value of a flow map or list.
    void flowValue(YamlNode node, Object after, int depth, List<Splice> splices) {
        if (YamlCore.same(node.plain(), after)) {
            return;
        }
        if (node instanceof YamlNode.Scalar scalar && after instanceof String changed && scalar.value() instanceof String && depth < limit) {
            var kept = new YamlScalarEdit(this).inFlow(scalar, changed);
            if (kept != null) {
                splices.add(new Splice(scalar.start(), scalar.end(), kept));
                return;
            }
        }
        if (!inside(node, after, depth, splices)) {
            var space = node.start() == node.end() && " \t".indexOf(text.charAt(node.start() - 1)) < 0 ? " " : "";
            splices.add(new Splice(node.start(), node.end(), space + YamlWriter.flow(after)));
        }
    }

    private void replace(YamlNode node, Object after, Slot slot, List<Splice> splices) {
        var written = YamlWriter.after(after, slot.indent(), slot.item(), blocks);
        var between = text.substring(slot.after(), Math.max(slot.after(), node.start()));
        var note = comment(between);
        var lined = written.indexOf('\n');
        var collection = node instanceof YamlNode.Mapping map && !map.flow() || node instanceof YamlNode.Sequence list && !list.flow();
        var lineEnd = YamlLines.lineEnd(text, node.end());
        if (lined < 0) {
            var gap = between.isBlank() && !between.isEmpty() && between.lines().count() == 1 && !YamlLines.isBreak(between.charAt(between.length() - 1))
                    ? between + written.strip() : written;
            splices.add(new Splice(slot.after(), collection ? lineEnd : node.end(), gap + note));
        } else {
            var tail = collection ? "" : text.substring(node.end(), lineEnd).stripTrailing();
            splices.add(new Splice(slot.after(), lineEnd, written.substring(0, lined) + note + tail + lines(written.substring(lined))));
        }
    }

    /// The comment on the first line of what stands between a key and its value, with the space before it.
    private static String comment(String between) {
        var line = between.lines().findFirst().orElse("");
        return line.strip().startsWith("#") ? line.stripTrailing() : "";
    }
}
