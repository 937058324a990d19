package dev.posthorn.ui.odata;

import java.util.Locale;

/// What a refusal of a service means for the user, and what to do about it.
final class Refusal {
    private static final int LONGEST = 300;
    private static final int LONGEST_TITLE = 120;

    private Refusal() {}

    /// A sentence that says what to do, with a space before it; "" where the status says nothing of its own.
    static String advice(int status) {
        return switch (status) {
            case 401 -> " Choose above whose authorization is used, or log in again.";
            case 403 -> " Whoever this authorization stands for may not do that.";
            case 405, 501 -> " The service does not offer that here.";
            case 412 -> " Somebody has changed it since it was read: send the query again, look at it as it is now, and change that.";
            case 428 -> " The service wants to know which version is changed, and the row came without one: ask for all columns again, so that its ETag comes along.";
            case 429, 503 -> " The service is busy: wait a little, then try again.";
            default -> "";
        };
    }

    /// What a server wrote that is no OData, in short: its own words, or the title of its web page. Begins with ": ", or is ".".
    static String words(String text) {
        var plain = text.strip();
        if (plain.startsWith("<")) {
            var title = title(plain);
            return title.isEmpty() ? ". It sent a web page." : ". It sent a web page, “" + title + "”.";
        }
        return plain.isEmpty() ? "." : ": " + (plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain);
    }

    private static String title(String page) {
        var lower = page.substring(0, Math.min(page.length(), 20_000)).toLowerCase(Locale.ROOT);
        var open = lower.indexOf("<title");
        var start = open < 0 ? -1 : lower.indexOf('>', open) + 1;
        var end = start <= 0 ? -1 : lower.indexOf("</title", start);
        var title = end < 0 ? "" : page.substring(start, end).strip().replaceAll("\\s+", " ");
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }
}
