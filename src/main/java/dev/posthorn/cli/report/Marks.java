package dev.posthorn.cli.report;

/// The marks and lines of reports on a terminal, and what stands for them where only ASCII is wanted (`--disable-unicode`).
record Marks(String folder, String root, String below, String good, String side, String up, String down, String corner, String tee, String cross, String edge,
        String line, String wall, String done, String left) {

    private static final Marks RICH = new Marks("❏", "→", "↳", "✓", "│", "↑", "↓", "┌┬┐", "├┼┤", "├┴┤", "└─┘", "─", "│", "█", "░");
    private static final Marks PLAIN = new Marks("Folder", "->", "\\_", "Pass", "|", "^", "v", "+++", "+++", "+++", "+-+", "-", "|", "#", ".");

    static Marks of(boolean unicode) {
        return unicode ? RICH : PLAIN;
    }
}
