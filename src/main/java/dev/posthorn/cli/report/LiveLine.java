package dev.posthorn.cli.report;

import java.io.PrintWriter;
import java.time.Duration;

/// A bar at the bottom of a terminal: how far the run is, how long it may still take. It is gone while other lines are printed, and at the end.
public final class LiveLine {

    private static final int BAR = 24;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String ERASE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean on;
    private final Marks marks;
    private final int width;
    private final long began = System.nanoTime();
    private boolean shown;
    private long last;

    /// @param on false where nobody sees it: then nothing is ever printed
    public LiveLine(PrintWriter out, boolean on, boolean unicode, int width) {
        this.out = out;
        this.on = on;
        this.marks = Marks.of(unicode);
        this.width = width;
    }

    public boolean on() {
        return on;
    }

    /// At most ten times a second.
    void show(int done, int total, String now) {
        var time = System.nanoTime();
        if (!on || shown && time - last < PAUSE_NANOS) {
            return;
        }
        last = time;
        shown = true;
        var text = text(done, total, Duration.ofNanos(time - began), now);
        out.print(ERASE + (Columns.width(text) >= width ? cut(text) : text));
        out.flush();
    }

    void hide() {
        if (shown) {
            out.print(ERASE);
            out.flush();
            shown = false;
        }
    }

    /// "████░░░░ 45/200 22 %, about 12 s left  Read".
    String text(int done, int total, Duration took, String now) {
        var share = total <= 0 ? 0 : Math.min(1.0, (double) done / total);
        var full = (int) Math.round(share * BAR);
        var rest = done == 0 || share >= 1 ? "" : ", about " + Columns.time(Duration.ofNanos((long) (took.toNanos() * (1 - share) / share))) + " left";
        return marks.done().repeat(full) + marks.left().repeat(BAR - full) + " " + done + "/" + total + " " + Math.round(share * 100) + " %" + rest + "  " + Columns.plain(now);
    }

    private String cut(String text) {
        var cut = new StringBuilder();
        var used = 0;
        for (var c : text.codePoints().toArray()) {
            used += Columns.width(Character.toString(c));
            if (used >= width) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.toString();
    }
}
