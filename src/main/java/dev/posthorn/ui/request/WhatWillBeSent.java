package dev.posthorn.ui.request;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What an authorization adds to a request, found by signing an empty one.
///
/// @param lines   headers and query parameters, by name, as they would be sent
/// @param missing variables without a value
/// @param problem why it cannot be signed, empty where it can
record WhatWillBeSent(List<Line> lines, List<String> missing, String problem) {

    /// `where` is "header" or "query".
    record Line(String where, String name, String value) {

        private static final String MASK = "••••••••••••";

        /// The value without what must stay secret: the scheme word is kept.
        String masked() {
            var space = value.indexOf(' ');
            return where.equals("header") && space > 0 && space < 12 ? value.substring(0, space + 1) + MASK : MASK;
        }
    }

    private static final Wire EMPTY = new Wire("GET", "https://host/", List.of(), new Payload.Empty());

    static WhatWillBeSent of(Auth auth, Scopes scopes, Surroundings around) {
        var missing = new LinkedHashSet<String>();
        var values = new LinkedHashMap<String, Object>();
        auth.values().forEach((key, value) -> values.put(key, value instanceof String text ? resolve(text, scopes, missing) : value));
        return switch (AuthTypes.signing(new Auth(auth.type(), values), around).sign(EMPTY)) {
            case AuthType.Signed.Ready(var wire, var _) -> new WhatWillBeSent(lines(wire), List.copyOf(missing), "");
            case AuthType.Signed.GivenUp(var failure) -> new WhatWillBeSent(List.of(), List.copyOf(missing), failure.sentence());
        };
    }

    private static String resolve(String text, Scopes scopes, LinkedHashSet<String> missing) {
        var resolved = scopes.resolve(text);
        missing.addAll(resolved.missing());
        return resolved.text();
    }

    private static List<Line> lines(Wire wire) {
        var lines = new ArrayList<Line>();
        for (Header header : wire.headers()) {
            lines.add(new Line("header", header.name(), header.value()));
        }
        var mark = wire.url().indexOf('?');
        if (mark >= 0) {
            for (var pair : wire.url().substring(mark + 1).split("&")) {
                var parts = Map.entry(pair.split("=", 2)[0], pair.contains("=") ? pair.substring(pair.indexOf('=') + 1) : "");
                lines.add(new Line("query", parts.getKey(), parts.getValue()));
            }
        }
        return lines;
    }
}
