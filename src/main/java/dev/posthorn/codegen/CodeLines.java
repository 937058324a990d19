package dev.posthorn.codegen;

/// Code that is being written, line by line, with its indentation.
final class CodeLines {

    private final String step;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    /// @param step what a block is indented by
    CodeLines(String step) {
        this.step = step;
    }

    /// Only the first line is indented: what follows in a text of several lines stands as it is.
    CodeLines line(String text) {
        out.append(text.isEmpty() ? "" : step.repeat(depth)).append(text).append('\n');
        return this;
    }

    CodeLines line(boolean wanted, String text) {
        return wanted ? line(text) : this;
    }

    /// Text of several lines, all of it indented.
    CodeLines lines(String text) {
        text.lines().forEach(this::line);
        return this;
    }

    CodeLines open(String text) {
        line(text);
        depth++;
        return this;
    }

    CodeLines close(String text) {
        depth--;
        return line(text);
    }

    CodeLines in(int steps) {
        depth += steps;
        return this;
    }

    String indent() {
        return step.repeat(depth);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
