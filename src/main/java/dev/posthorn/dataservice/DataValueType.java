package dev.posthorn.dataservice;

import java.math.BigDecimal;
import java.util.Arrays;

/// The types of values, by Creatio's numbers.
public enum DataValueType {
    TEXT(1, "Text"), INTEGER(4, "Integer"), FLOAT(5, "Decimal"), MONEY(6, "Money"), DATE_TIME(7, "Date and time"), DATE(8, "Date"), TIME(9, "Time"), LOOKUP(10, "Lookup"), BOOLEAN(12, "Yes or no"),
    GUID(0, "Id"), ENUM(11, "Enum"), SHORT_TEXT(27, "Text (50)"), MEDIUM_TEXT(28, "Text (250)"), LONG_TEXT(30, "Text (500)"), UNLIMITED_TEXT(29, "Text (unlimited)");

    private final int number;
    private final String words;

    DataValueType(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public int number() {
        return number;
    }

    public String words() {
        return words;
    }

    /// Types that have no words here are text, and decimals of other lengths decimals.
    public static DataValueType of(int number) {
        return number >= 31 && number <= 40 ? FLOAT : Arrays.stream(values()).filter(t -> t.number == number).findFirst().orElse(TEXT);
    }

    /// @param name as metadata calls it: `Edm.Guid`
    public static DataValueType ofEdm(String name) {
        return switch (name) {
            case "Edm.Guid" -> GUID;
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte" -> INTEGER;
            case "Edm.Decimal", "Edm.Double", "Edm.Single" -> FLOAT;
            case "Edm.Boolean" -> BOOLEAN;
            case "Edm.DateTimeOffset", "Edm.DateTime" -> DATE_TIME;
            case "Edm.Date" -> DATE;
            case "Edm.TimeOfDay", "Edm.Time" -> TIME;
            default -> TEXT;
        };
    }

    /// What stands in the JSON: a number where it is one, a date in quotes of its own as Creatio wants it, else the text. A variable stays as it is.
    Object json(String typed) {
        var text = typed.strip();
        if (text.isEmpty() && this != TEXT) {
            return null;
        }
        return switch (this) {
            case INTEGER, FLOAT, MONEY, ENUM -> {
                try {
                    yield text.length() > 60 ? text : (Object) new BigDecimal(text);
                } catch (NumberFormatException e) {
                    yield text;
                }
            }
            case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? (Object) Boolean.valueOf(text) : text;
            case DATE_TIME, DATE, TIME -> text.startsWith("\"") ? text : "\"" + text + "\"";
            case TEXT, SHORT_TEXT, MEDIUM_TEXT, LONG_TEXT, UNLIMITED_TEXT -> typed;
            case LOOKUP, GUID -> text;
        };
    }

    /// What is wrong with a typed value; empty for nothing. A variable may stand for anything.
    public String fault(String typed) {
        var quoted = typed.strip();
        var text = quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"") ? quoted.substring(1, quoted.length() - 1) : quoted;
        if (text.isEmpty() || text.contains("{{")) {
            return "";
        }
        return switch (this) {
            case INTEGER, ENUM -> text.matches("[+-]?\\d{1,18}") ? "" : "“" + brief(text) + "” is no whole number.";
            case FLOAT, MONEY -> json(text) instanceof BigDecimal ? "" : "“" + brief(text) + "” is no number; decimals come after a point.";
            case BOOLEAN -> json(text) instanceof Boolean ? "" : "“" + brief(text) + "” is neither true nor false.";
            case LOOKUP, GUID -> text.matches("(?i)\\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\}?") ? "" : "“" + brief(text) + "” is no id such as 405947d0-2ffb-4ded-8675-0475f19f5a81.";
            case DATE_TIME, DATE -> text.replace("\"", "").matches("\\d{4}-\\d{2}-\\d{2}([T ].{1,40})?") ? "" : "“" + brief(text) + "” is no date such as 2026-01-31 or 2026-01-31T09:30:00.";
            case TIME -> text.replace("\"", "").matches(".{0,12}\\d{1,2}:\\d{2}.{0,20}") ? "" : "“" + brief(text) + "” is no time such as 09:30.";
            case TEXT, SHORT_TEXT, MEDIUM_TEXT, LONG_TEXT, UNLIMITED_TEXT -> "";
        };
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    @Override
    public String toString() {
        return words;
    }
}
