package dev.posthorn.cli.report;

/// The colours of the command line: those of the window, as a terminal has them. Never the only bearer of a meaning.
public final class Paint {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String BLUE = "\u001b[34m";
    private static final String PURPLE = "\u001b[35m";

    private final boolean on;

    public Paint(boolean on) {
        this.on = on;
    }

    public String method(String method, String text) {
        return switch (method) {
            case "GET" -> paint(GREEN, text);
            case "POST" -> paint(YELLOW, text);
            case "PUT" -> paint(BLUE, text);
            case "PATCH" -> paint(PURPLE, text);
            case "DELETE" -> paint(RED, text);
            default -> text;
        };
    }

    public String status(int status, String text) {
        return switch (status / 100) {
            case 2 -> paint(GREEN, text);
            case 3 -> paint(BLUE, text);
            case 4 -> paint(YELLOW, text);
            case 5 -> paint(RED, text);
            default -> text;
        };
    }

    public String good(String text) {
        return paint(GREEN, text);
    }

    public String bad(String text) {
        return paint(RED, text);
    }

    public String strong(String text) {
        return paint(BOLD, text);
    }

    public String quiet(String text) {
        return paint(FAINT, text);
    }

    private String paint(String colour, String text) {
        return on ? colour + text + RESET : text;
    }
}
