package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes rows as JSON: version 4 (with minimal, full or no metadata), version 3 verbose, version 3 light.
///
/// @param root of the service, without a slash at the end
record Format(Tables tables, Style style, String root) {

    /// The forms of JSON that a service writes.
    enum Style {
        MINIMAL("application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"),
        FULL("application/json;odata.metadata=full;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"),
        NONE("application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"),
        VERBOSE("application/json;odata=verbose;charset=utf-8"), LIGHT("application/json;odata=minimalmetadata;streaming=true;charset=utf-8");

        private final String type;

        Style(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        boolean four() {
            return this == MINIMAL || this == FULL || this == NONE;
        }
    }

    private static final DateTimeFormatter OLD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /// How a row's key is written in a URL.
    String key(EntityType type, Map<String, Object> row) {
        var key = row.get(type.key().name());
        return switch (type.key().kind()) {
            case GUID -> style.four() ? key.toString() : "guid'" + key + "'";
            case STRING -> "'" + key.toString().replace("'", "''") + "'";
            default -> key.toString();
        };
    }

    /// `Account(…)`, below the root.
    String address(EntityType type, Map<String, Object> row) {
        return Resolver.set(type, style.four()) + "(" + key(type, row) + ")";
    }

    Map<String, Object> row(EntityType type, Map<String, Object> row, Options options) {
        var written = new LinkedHashMap<String, Object>();
        var address = address(type, row);
        var full = tables.schema().namespace() + "." + type.name();
        if (style == Style.VERBOSE) {
            var about = new LinkedHashMap<String, Object>();
            about.put("id", root + "/" + address);
            about.put("uri", root + "/" + address);
            about.put("type", full);
            written.put("__metadata", about);
        }
        if (style == Style.FULL) {
            written.put("@odata.type", "#" + full);
            written.put("@odata.id", address);
            written.put("@odata.editLink", address);
        }
        for (var property : type.properties()) {
            if (options.shows(property.name())) {
                if (property.kind() == Kind.STREAM) {
                    stream(written, address, property.name());
                } else {
                    written.put(property.name(), value(row.get(property.name())));
                }
            }
        }
        for (var way : type.navigations()) {
            var nested = options.expand().get(way);
            if (nested != null) {
                expanded(written, type, row, way, nested);
            } else if (options.shows(way.name()) && style == Style.VERBOSE) {
                written.put(way.name(), Map.of("__deferred", Map.of("uri", root + "/" + address + "/" + way.name())));
            } else if (options.shows(way.name()) && style == Style.FULL) {
                written.put(way.name() + "@odata.navigationLink", address + "/" + way.name());
            }
        }
        return written;
    }

    private void stream(Map<String, Object> written, String address, String name) {
        switch (style) {
            case MINIMAL, FULL -> {
                written.put(name + "@odata.mediaEditLink", address + "/" + name);
                written.put(name + "@odata.mediaReadLink", address + "/" + name);
                written.put(name + "@odata.mediaContentType", "application/octet-stream");
            }
            case VERBOSE -> written.put(name, Map.of("__mediaresource", Map.of("edit_media", root + "/" + address + "/" + name, "media_src", root + "/" + address + "/" + name,
                    "content_type", "application/octet-stream")));
            case NONE, LIGHT -> { }
        }
    }

    private void expanded(Map<String, Object> written, EntityType type, Map<String, Object> row, Navigation way, Options nested) {
        var target = tables.schema().type(way.target());
        var found = tables.along(type, row, way);
        if (!way.many()) {
            written.put(way.name(), found.isEmpty() ? null : row(target, found.getFirst(), nested));
            return;
        }
        var chosen = nested.chosen(found);
        if (nested.count() && style.four()) {
            written.put(way.name() + "@odata.count", chosen.size());
        }
        var all = new ArrayList<Map<String, Object>>();
        chosen.stream().skip(nested.skip()).limit(nested.top() < 0 ? 200 : Math.min(200, nested.top())).forEach(r -> all.add(row(target, r, nested)));
        written.put(way.name(), style == Style.VERBOSE ? Map.of("results", all) : all);
    }

    List<Map<String, Object>> rows(EntityType type, List<Map<String, Object>> rows, Options options) {
        var all = new ArrayList<Map<String, Object>>();
        rows.forEach(row -> all.add(row(type, row, options)));
        return all;
    }

    /// As each version writes it: moments of version 3 verbose are `/Date(…)/`, decimals of version 3 are texts.
    Object value(Object value) {
        return switch (value) {
            case Instant i -> style == Style.VERBOSE ? "/Date(" + i.toEpochMilli() + ")/" : style == Style.LIGHT ? OLD.format(i) : i.toString();
            case LocalDate d -> style.four() ? d.toString() : value(d.atStartOfDay(ZoneOffset.UTC).toInstant());
            case BigDecimal d -> style.four() ? (Object) d : d.toPlainString();
            case null -> null;
            case String s -> s;
            case Boolean b -> b;
            case Number n -> n;
            case Object other -> other.toString();
        };
    }
}
