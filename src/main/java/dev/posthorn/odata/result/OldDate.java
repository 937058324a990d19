package dev.posthorn.odata.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Dates as JSON of v2 has them: `/Date(1234567890000)/`, with minutes from UTC for a `DateTimeOffset` (OData 2 JSON format, §3).
public final class OldDate {

    private static final Pattern FORM = Pattern.compile("/Date\\((-?[0-9]{1,17})(?:([+-])([0-9]{1,4}))?\\)/");

    private OldDate() {}

    /// The date as ISO 8601, without an offset where the text has none; the text itself where it is no such date.
    public static String said(String text) {
        if (!text.startsWith("/Date(")) {
            return text;
        }
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        try {
            var moment = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
            if (matcher.group(3) == null) {
                return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
            }
            var minutes = Integer.parseInt(matcher.group(3)) * (matcher.group(2).equals("-") ? -1 : 1);
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
        } catch (java.time.DateTimeException e) {
            return text;
        }
    }
}
