package dev.posthorn.tree;

import dev.posthorn.tree.YamlEdits.Slot;
import java.util.ArrayList;
import java.util.List;

/// Writes a changed text in the style that the old one has: plain, quoted, or a block whose other lines stay as they are.
final class YamlScalarEdit {

    private final YamlEdits edits;
    private final String text;

    YamlScalarEdit(YamlEdits edits) {
        this.edits = edits;
        this.text = edits.text;
    }

    /// The new text for the scalar's range; null where its style cannot hold it.
    String inStyle(YamlNode.Scalar old, String value, Slot slot) {
        if (old.decorated() || old.absent()) {
            return null;
        }
        var grows = value.indexOf('\n') >= 0 && old.text().indexOf('\n') < 0 && edits.blocks && YamlQuoting.block(value);
        return switch (old.style()) {
            case PLAIN -> YamlQuoting.plain(value, false) ? value : null;
            case SINGLE -> YamlQuoting.printable(value, false) && value.indexOf('\t') < 0 ? YamlQuoting.single(value) : null;
            case DOUBLE -> grows ? null : YamlQuoting.quoted(value);
            case LITERAL -> YamlQuoting.block(value) ? literal(old, value, slot) : null;
            case FOLDED -> YamlQuoting.block(value) ? folded(old, value) : null;
        };
    }

    String inFlow(YamlNode.Scalar old, String value) {
        if (old.decorated() || old.absent()) {
            return null;
        }
        return switch (old.style()) {
            case PLAIN -> YamlQuoting.plain(value, true) ? value : null;
            case SINGLE -> YamlQuoting.printable(value, false) && value.indexOf('\t') < 0 ? YamlQuoting.single(value) : null;
            case DOUBLE -> YamlQuoting.quoted(value);
            case LITERAL, FOLDED -> null;
        };
    }

    /// The lines of a block scalar below its header, without their ends.
    private List<String> raw(YamlNode.Scalar old) {
        var lines = new ArrayList<String>();
        var at = YamlLines.lineEnd(text, old.start());
        while (at < old.end()) {
            var from = YamlLines.afterBreak(text, at);
            at = YamlLines.lineEnd(text, from);
            lines.add(text.substring(from, at));
        }
        return lines;
    }

    private String literal(YamlNode.Scalar old, String value, Slot slot) {
        var before = YamlQuoting.content(old.text()).split("\n", -1);
        var after = YamlQuoting.content(value).split("\n", -1);
        var raw = raw(old);
        var indent = indentation(raw, before);
        var header = indent < 0 ? null : header(old, value, indent - slot.indent());
        if (header == null || raw.size() < before.length) {
            return null;
        }
        var out = new StringBuilder(header);
        for (var line : kept(before, raw.subList(0, before.length), after, indent)) {
            out.append(edits.ending).append(line);
        }
        return out.append(edits.ending.repeat(Math.max(0, value.length() - YamlQuoting.content(value).length() - 1))).toString();
    }

    /// `after` as lines of the file: those at the beginning and end that did not change are taken from it.
    private static List<String> kept(String[] before, List<String> raw, String[] after, int indent) {
        var same = 0;
        while (same < before.length && same < after.length && before[same].equals(after[same])) {
            same++;
        }
        var back = 0;
        while (back < before.length - same && back < after.length - same && before[before.length - 1 - back].equals(after[after.length - 1 - back])) {
            back++;
        }
        var lines = new ArrayList<>(raw.subList(0, same));
        for (var i = same; i < after.length - back; i++) {
            lines.add(after[i].isEmpty() ? "" : " ".repeat(indent) + after[i]);
        }
        lines.addAll(raw.subList(raw.size() - back, raw.size()));
        return lines;
    }

    /// How many spaces stand before the text of each line; -1 where no line tells.
    private static int indentation(List<String> raw, String[] content) {
        for (var i = 0; i < Math.min(raw.size(), content.length); i++) {
            if (!content[i].isEmpty()) {
                return raw.get(i).length() - content[i].length();
            }
        }
        return -1;
    }

    /// The first line of the block with what the new text needs in it; null where that cannot be told there.
    private String header(YamlNode.Scalar old, String value, int step) {
        var line = text.substring(old.start(), YamlLines.lineEnd(text, old.start()));
        var end = 1;
        while (end < line.length() && "+-123456789".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        var marks = line.substring(1, end);
        var digit = marks.replaceAll("[-+]", "");
        if (digit.isEmpty() && YamlQuoting.needsIndicator(value)) {
            if (step < 1 || step > 9) {
                return null;
            }
            digit = String.valueOf(step);
        }
        var chomping = YamlQuoting.chomping(value);
        var keeps = marks.contains("+") && !chomping.equals("-");
        if (chomping.equals("+") && !keeps && blankBelow(old.end())) {
            return null;
        }
        var changed = digit + (keeps ? "+" : chomping);
        var same = digit.length() == marks.replaceAll("[-+]", "").length() && marks.contains("-") == changed.contains("-")
                && marks.contains("+") == changed.contains("+");
        return line.charAt(0) + (same ? marks : changed) + line.substring(end);
    }

    private boolean blankBelow(int at) {
        var from = YamlLines.afterBreak(text, at);
        return from < text.length() && YamlLines.blank(text, from, YamlLines.lineEnd(text, from));
    }

    /// A folded text: each of its lines is one line of the file, with an empty one between; those that did not change stay folded as they are.
    private String folded(YamlNode.Scalar old, String value) {
        var header = header(old, value, -1);
        var content = YamlQuoting.content(value);
        if (header == null || content.lines().anyMatch(line -> line.startsWith(" ") || line.startsWith("\t"))) {
            return null;
        }
        var paragraphs = paragraphs(raw(old));
        var before = YamlQuoting.content(old.text()).lines().filter(line -> !line.isEmpty()).toList();
        var indent = paragraphs.isEmpty() ? 0 : paragraphs.getFirst().length() - paragraphs.getFirst().stripLeading().length();
        if (paragraphs.size() != before.size() || indent == 0) {
            return null;
        }
        var after = content.lines().filter(line -> !line.isEmpty()).toArray(String[]::new);
        var written = kept(before.toArray(String[]::new), paragraphs, after, indent).iterator();
        var out = new StringBuilder(header);
        var empty = true;
        for (var line : content.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.append(empty ? "" : edits.ending).append(edits.ending).append(written.next());
            } else {
                out.append(edits.ending);
            }
            empty = line.isEmpty() && empty;
        }
        return out.append(edits.ending.repeat(Math.max(0, value.length() - content.length() - 1))).toString();
    }

    private List<String> paragraphs(List<String> raw) {
        var paragraphs = new ArrayList<String>();
        var open = false;
        for (var line : raw) {
            if (line.isBlank()) {
                open = false;
            } else if (open) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + edits.ending + line);
            } else {
                paragraphs.add(line);
                open = true;
            }
        }
        return paragraphs;
    }
}
