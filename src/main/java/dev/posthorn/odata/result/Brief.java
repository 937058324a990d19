package dev.posthorn.odata.result;

import dev.posthorn.tree.Json;

/// Says in a few words what an object or a list holds.
final class Brief {

    private static final int LONGEST = 80;

    private Brief() {}

    static String of(Json json) {
        return switch (json) {
            case Json.Arr list -> list.elements().size() == 1 ? "1 entry" : list.elements().size() + " entries";
            case Json.Obj object when object.get("results") instanceof Json.Arr list -> of(list);
            case Json.Obj object -> members(object);
            case Json.Null _ -> "";
            case Json.Text text -> text.value();
            case Json.Num number -> number.text();
            case Json.Flag flag -> Boolean.toString(flag.on());
        };
    }

    private static String members(Json.Obj object) {
        var out = new StringBuilder();
        for (var member : object.members()) {
            var plain = !(member.value() instanceof Json.Obj) && !(member.value() instanceof Json.Arr) && !(member.value() instanceof Json.Null);
            if (plain && !member.key().value().contains("@") && !member.key().value().startsWith("odata.")) {
                out.append(out.isEmpty() ? "" : ", ").append(of(member.value()));
            }
            if (out.length() > LONGEST) {
                return out.substring(0, LONGEST) + "…";
            }
        }
        return out.isEmpty() ? "{…}" : out.toString();
    }
}
