package dev.posthorn.odata.query;

import dev.posthorn.odata.ODataProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Values of the built-in types as people type them, brought into the one form that OData has for each.
public final class Values {

    private static final Map<String, BigInteger[]> RANGES = Map.of(
            "Edm.Byte", range(0, 255), "Edm.SByte", range(-128, 127), "Edm.Int16", range(-32768, 32767),
            "Edm.Int32", range(Integer.MIN_VALUE, Integer.MAX_VALUE), "Edm.Int64", range(Long.MIN_VALUE, Long.MAX_VALUE));
    private static final String PERIOD = "-?P(?:[0-9]{1,9}Y)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}D)?(?:T(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}(?:\\.[0-9]{1,12})?S)?)?";

    private Values() {}

    private static BigInteger[] range(long least, long most) {
        return new BigInteger[] {BigInteger.valueOf(least), BigInteger.valueOf(most)};
    }

    /// The value in its normal form: `2024-05-01` as a moment is `2024-05-01T00:00:00Z`.
    ///
    /// @throws ODataProblem where it is none of that type; the sentence gives an example
    public static String normal(String type, String value) throws ODataProblem {
        var text = value.strip();
        try {
            return switch (type) {
                case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64" -> integer(type, text);
                case "Edm.Decimal" -> decimal(text);
                case "Edm.Double", "Edm.Single" -> text.equals("INF") || text.equals("-INF") || text.equals("NaN") ? text : floating(text);
                case "Edm.Boolean" -> yesNo(text);
                case "Edm.Guid" -> guid(text);
                case "Edm.Date" -> LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text).toString();
                case "Edm.DateTime" -> local(text);
                case "Edm.DateTimeOffset" -> moment(text);
                case "Edm.TimeOfDay" -> clock(text);
                case "Edm.Time", "Edm.Duration" -> period(text);
                case "Edm.Binary" -> Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
                default -> value;
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ODataProblem("`" + shortened(value) + "` is no " + words(type));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String integer(String type, String text) throws ODataProblem {
        var number = text.length() > 40 ? null : new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        var range = RANGES.get(type);
        if (number == null || number.compareTo(range[0]) < 0 || number.compareTo(range[1]) > 0) {
            throw new ODataProblem("`" + shortened(text) + "` is out of range: " + type + " goes from " + range[0] + " to " + range[1]);
        }
        return number.toString();
    }

    private static String decimal(String text) {
        if (!text.matches("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text).toPlainString();
    }

    private static String floating(String text) {
        if (!text.matches("[+-]?[0-9.]{1,400}(?:[eE][+-]?[0-9]{1,4})?")) {
            throw new IllegalArgumentException(text);
        }
        Double.parseDouble(text);
        return text;
    }

    private static String yesNo(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!lower.equals("true") && !lower.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return lower;
    }

    private static String guid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException(text);
        }
        UUID.fromString(text);
        return text;
    }

    private static String local(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text) + "T00:00:00";
        }
        var zoned = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}") && text.length() > 16;
        var local = zoned ? OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime() : LocalDateTime.parse(text.replace(' ', 'T'));
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
    }

    private static String moment(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text) + "T00:00:00Z";
        }
        var spaced = text.replace(' ', 'T');
        var zoned = spaced.endsWith("Z") || spaced.indexOf('+') > 0 || spaced.lastIndexOf('-') > 9 ? spaced : spaced + "Z";
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(zoned));
    }

    private static String clock(String text) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.parse(text));
    }

    /// `PT1H30M`, or the time of a clock.
    private static String period(String text) {
        if (text.startsWith("P") || text.startsWith("-P")) {
            if (!text.matches(PERIOD) || text.endsWith("T") || text.endsWith("P")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        }
        return Duration.ofNanos(LocalTime.parse(text).toNanoOfDay()).toString();
    }

    /// What a value of the type looks like, with an example, as the end of a sentence that begins "this is no".
    private static String words(String type) {
        return switch (type) {
            case "Edm.Boolean" -> "truth value; write true or false";
            case "Edm.Guid" -> "GUID; write one like " + example(type);
            case "Edm.Date" -> "date; write one like " + example(type);
            case "Edm.DateTime", "Edm.DateTimeOffset" -> "date with time; write one like " + example(type);
            case "Edm.TimeOfDay" -> "time of day; write one like " + example(type);
            case "Edm.Time", "Edm.Duration" -> "duration; write one like " + example(type);
            case "Edm.Binary" -> "base64; write bytes like " + example(type);
            case "Edm.Decimal", "Edm.Double", "Edm.Single" -> "number; write one like " + example(type);
            default -> "whole number; write one like " + example(type);
        };
    }

    /// A value of the type, as people write it.
    public static String example(String type) {
        return switch (type) {
            case "Edm.Boolean" -> "true";
            case "Edm.Guid" -> "00000000-0000-0000-0000-000000000000";
            case "Edm.Date" -> "2026-01-31";
            case "Edm.DateTime" -> "2026-01-31T12:00:00";
            case "Edm.DateTimeOffset" -> "2026-01-31T12:00:00Z";
            case "Edm.TimeOfDay" -> "12:30:00";
            case "Edm.Time", "Edm.Duration" -> "PT1H30M";
            case "Edm.Binary" -> "AQID";
            case "Edm.Decimal", "Edm.Double", "Edm.Single" -> "12.5";
            case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64" -> "42";
            default -> type.startsWith("Edm.Geo") ? "POINT(13.4 52.5)" : "text";
        };
    }
}
