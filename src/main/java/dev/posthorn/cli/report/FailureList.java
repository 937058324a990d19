package dev.posthorn.cli.report;

import java.util.ArrayList;
import java.util.List;

/// All failures of a run with their numbers, what was wrong and where, long texts broken at the width of the terminal.
final class FailureList {

    private static final int LONGEST_NAME = 24;
    private static final int NARROWEST = 30;
    private static final int MOST_LINES = 40;

    private final Setting.Look look;
    private final Paint paint;
    private final int rounds;

    FailureList(Setting.Look look, int rounds) {
        this.look = look;
        this.paint = new Paint(look.colour());
        this.rounds = rounds;
    }

    List<String> lines(List<Failing> failures) {
        var digits = Math.max(2, Integer.toString(failures.size()).length());
        var name = Math.max(rounds > 1 ? ("iteration: " + rounds).length() : 0,
                Math.min(LONGEST_NAME, failures.stream().mapToInt(f -> Columns.width(Columns.plain(f.name()))).max().orElse(0)));
        name = Math.max(name, "failure".length());
        var lines = new ArrayList<String>();
        lines.add(paint.bad(Columns.right("#", digits) + "   " + Columns.left("failure", name) + "  detail"));
        for (var index = 0; index < failures.size(); index++) {
            lines.add("");
            one(Columns.right(Integer.toString(index + 1), digits) + ".", failures.get(index), name, lines);
        }
        return lines;
    }

    private void one(String number, Failing failing, int width, List<String> lines) {
        var left = new ArrayList<>(List.of(Columns.plain(failing.name())));
        if (rounds > 1) {
            left.add("iteration: " + (failing.step().round() + 1));
        }
        var room = Math.max(NARROWEST, look.width() - number.length() - width - 4);
        var right = new ArrayList<String>();
        wrap(failing.test(), room, right);
        var strong = right.size();
        failing.message().lines().forEach(line -> wrap(line, room, right));
        right.add(Columns.plain("at " + failing.at() + (failing.script().isEmpty() ? "" : " (" + failing.script() + ")")));
        wrap("inside \"" + Failing.fullName(failing.step()) + "\"", room, right);
        var cut = right.size() > MOST_LINES ? cut(right) : right;
        for (var row = 0; row < Math.max(left.size(), cut.size()); row++) {
            var text = row < cut.size() ? cut.get(row) : "";
            lines.add(((row == 0 ? number : " ".repeat(number.length())) + "  " + Columns.left(row < left.size() ? left.get(row) : "", width) + "  "
                    + (row < strong ? text : paint.quiet(text))).stripTrailing());
        }
    }

    private static List<String> cut(List<String> lines) {
        var cut = new ArrayList<>(lines.subList(0, MOST_LINES - 3));
        cut.add("…");
        cut.addAll(lines.subList(lines.size() - 2, lines.size()));
        return cut;
    }

    /// Breaks at spaces, in a long word anywhere.
    private static void wrap(String text, int room, List<String> into) {
        var line = new StringBuilder();
        var used = 0;
        for (var word : Columns.plain(text).split(" ")) {
            var rest = word;
            while (Columns.width(rest) > room) {
                if (used > 0) {
                    into.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                var fits = fitting(rest, room);
                into.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            var width = Columns.width(rest);
            if (used > 0 && used + 1 + width > room) {
                into.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " " : "").append(rest);
            used += width + (used > 0 ? 1 : 0);
        }
        if (used > 0) {
            into.add(line.toString());
        }
    }

    private static int fitting(String text, int room) {
        var used = 0;
        var at = 0;
        while (at < text.length()) {
            var c = text.codePointAt(at);
            used += Columns.width(Character.toString(c));
            if (used > room) {
                break;
            }
            at += Character.charCount(c);
        }
        return Math.max(1, at);
    }
}
