package dev.posthorn.api;

import java.util.List;

/// One field of a method's form.
///
/// @param name     as people see it; of a body field with its way through the body: `customer.city`, `lines[0].count`
/// @param type     in words: "string uuid", "integer", "boolean", "JSON"; empty where it is not known
/// @param limits   what else is said of the value: "1 to 100"
/// @param preset   what stands there at first
/// @param choices  the values that there are; empty for any
public record Parameter(Where where, Role role, String name, String type, String limits, String about, boolean required, String preset, List<String> choices) {

    /// Where its value goes.
    public enum Where {
        PATH("Path"), QUERY("Query"), HEADER("Header"), FORM("Form"), BODY("Body");

        private final String title;

        Where(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// What its value means.
    public enum Role {
        /// The value itself.
        VALUE,
        /// How many items a list of the body has; they follow as fields of their own.
        LIST,
        /// The head of an object, or of an item of a list, that has fields of its own; it has no value.
        ITEM,
        /// Which of several shapes a part of the body has.
        EITHER,
        /// The path of a file.
        FILE
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    static Parameter value(Where where, String name, Remarks remarks, boolean required, String preset) {
        return new Parameter(where, Role.VALUE, name, remarks.type(), remarks.limits(), (remarks.about() + (remarks.preset().isEmpty() ? "" : " Default: " + remarks.preset() + ".")).strip(), required, preset,
                remarks.type().startsWith("boolean") ? List.of("true", "false") : remarks.type().startsWith("array") || remarks.type().startsWith("object") ? List.of() : remarks.choices());
    }

    /// What tells it from all others of its method.
    public String key() {
        return where + ":" + name;
    }

    /// What is wrong with a value; empty for nothing. A variable may stand for anything.
    public String fault(String typed) {
        var text = typed.strip();
        if (role == Role.ITEM || role == Role.LIST) {
            return "";
        }
        if (text.isEmpty()) {
            return required ? "This is needed." : "";
        }
        // Lists and objects are JSON in a body alone: elsewhere they are written in one of many styles.
        var free = role != Role.VALUE || where != Where.BODY && (type.startsWith("array") || type.startsWith("object"));
        return free || text.contains("{{") ? "" : Rules.fault(type, limits, where == Where.QUERY || where == Where.PATH ? text.replace("%2B", "+") : text);
    }
}
