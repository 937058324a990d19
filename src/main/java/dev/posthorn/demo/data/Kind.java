package dev.posthorn.demo.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/// What a column holds. Values are `UUID`, `String`, `Long`, `BigDecimal`, `Boolean`, `Instant`, `LocalDate` and `byte[]`, in this order.
public enum Kind {
    GUID("Edm.Guid", "Edm.Guid", 0), STRING("Edm.String", "Edm.String", 1), INT("Edm.Int32", "Edm.Int32", 4), DECIMAL("Edm.Decimal", "Edm.Decimal", 5),
    BOOLEAN("Edm.Boolean", "Edm.Boolean", 12), DATE_TIME("Edm.DateTimeOffset", "Edm.DateTime", 7), DATE("Edm.Date", "Edm.DateTime", 8), STREAM("Edm.Stream", "Edm.Stream", 14);

    private static final Pattern TICKS = Pattern.compile("/Date\\((-?\\d{1,15})(?:[+-]\\d{1,4})?\\)/");

    private final String four;
    private final String three;
    private final int dataValueType;

    Kind(String four, String three, int dataValueType) {
        this.four = four;
        this.three = three;
        this.dataValueType = dataValueType;
    }

    /// The name in CSDL 4.
    public String four() {
        return four;
    }

    /// The name in CSDL 3.
    public String three() {
        return three;
    }

    /// The number in Creatio's DataService.
    public int dataValueType() {
        return dataValueType;
    }

    /// A value out of JSON; null for null.
    ///
    /// @throws IllegalArgumentException where it is none of this kind; the message says what was there
    public Object read(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (this) {
            case STRING -> value.isTextual() ? value.textValue() : fail(value);
            case BOOLEAN -> value.isBoolean() ? (Object) value.booleanValue() : fail(value);
            case INT -> value.isIntegralNumber() && value.canConvertToInt() ? (Object) value.longValue() : fail(value);
            case DECIMAL -> value.isNumber() ? value.decimalValue() : value.isTextual() ? read(value.textValue()) : fail(value);
            case GUID, DATE_TIME, DATE -> value.isTextual() ? read(value.textValue()) : fail(value);
            case STREAM -> fail(value);
        };
    }

    private Object fail(JsonNode value) {
        throw new IllegalArgumentException("Cannot convert " + cut(value.toString()) + " to " + four + ".");
    }

    private static String cut(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /// A value out of its text.
    ///
    /// @throws IllegalArgumentException where it is none of this kind
    public Object read(String text) {
        try {
            return switch (this) {
                case STRING -> text;
                case GUID -> guid(text);
                case BOOLEAN -> bool(text);
                case INT -> (long) Integer.parseInt(text);
                case DECIMAL -> decimal(text);
                case DATE_TIME -> instant(text);
                case DATE -> date(text);
                case STREAM -> throw new IllegalArgumentException("A stream has no literal.");
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("Cannot convert '" + cut(text) + "' to " + four + ".", e);
        }
    }

    private static UUID guid(String text) {
        if (text.length() != 36) {
            throw new NumberFormatException(text);
        }
        return UUID.fromString(text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 40) {
            throw new NumberFormatException(text);
        }
        var number = new BigDecimal(text);
        if (Math.abs(number.scale()) > 40) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Instant instant(String text) {
        var ticks = TICKS.matcher(text);
        if (ticks.matches()) {
            return Instant.ofEpochMilli(Long.parseLong(ticks.group(1)));
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        var zoned = text.endsWith("Z") || text.lastIndexOf('+') > 9 || text.lastIndexOf('-') > 9;
        return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate date(String text) {
        return text.length() == 10 ? LocalDate.parse(text) : instant(text).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
