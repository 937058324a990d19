package dev.posthorn.api;

import java.util.List;

/// One field of a method's form.
///
/// @param name     as people see it; of a body field with dots for what stands within: `customer.city`
/// @param type     in words: "string uuid", "integer", "boolean", "JSON"; empty where it is not known
/// @param preset   what stands there at first
/// @param choices  the values that there are; empty for any
public record Parameter(Where where, String name, String type, String about, boolean required, String preset, List<String> choices) {

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

    public Parameter {
        choices = List.copyOf(choices);
    }

    /// What tells it from all others of its method.
    public String key() {
        return where + ":" + name;
    }

    /// What is wrong with a value; empty for nothing. A variable may stand for anything.
    public String fault(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return required ? "This is needed." : "";
        }
        if (text.contains("{{")) {
            return "";
        }
        if (type.startsWith("integer") && !text.matches("[+-]?\\d{1,30}")) {
            return "A whole number is needed.";
        }
        if (type.startsWith("number") && !text.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?")) {
            return "A number is needed.";
        }
        if (type.startsWith("boolean") && !text.equals("true") && !text.equals("false")) {
            return "true or false is needed.";
        }
        if (type.contains("uuid") && !text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "An id such as 405947d0-2ffb-4ded-8675-0475f19f5a81 is needed.";
        }
        return type.equals("JSON") ? JsonText.fault(text) : "";
    }
}
