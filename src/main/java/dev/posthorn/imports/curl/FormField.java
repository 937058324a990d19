package dev.posthorn.imports.curl;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.text.FileTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one `-F name=content`: a text, `@file`, `<file`, with `;type=`, `;filename=` and quoted contents.
final class FormField {

    private final String text;
    private final int offset;
    private final Ledger ledger;
    private int at;
    private String fileName = "";

    private FormField(String text, int offset, Ledger ledger) {
        this.text = text;
        this.offset = offset;
        this.ledger = ledger;
    }

    static Part read(String text, int offset, Ledger ledger) {
        return new FormField(text, offset, ledger).part();
    }

    private Part part() {
        var equals = text.indexOf('=');
        if (equals < 0) {
            ledger.aside(offset, "--form without \"=\"", "curl takes name=content alone");
            return Part.text(text, "").withEntry(Entry.of(text, "").withEnabled(false));
        }
        var name = text.substring(0, equals);
        at = equals + 1;
        var sign = at < text.length() ? text.charAt(at) : ' ';
        if (sign == '@') {
            at++;
            return files(name);
        }
        if (sign == '<') {
            at++;
            var file = content(";,");
            ledger.aside(offset, "--form " + name + "=<" + file, "the file is not read at import: put its text into the field, which is switched off until then");
            return new Part(new Entry(name, "", "The text of the file " + file, false, false), false, List.of(), attributes());
        }
        var value = content(";");
        var type = attributes();
        return new Part(Entry.of(name, value), false, List.of(), type, fileName);
    }

    /// One attribute of several files is the attribute of all; a name is that of one file.
    private Part files(String name) {
        var files = new ArrayList<String>();
        var type = "";
        do {
            at += files.isEmpty() ? 0 : 1;
            files.add(content(";,"));
            var own = attributes();
            type = own.isEmpty() ? type : own;
        } while (at < text.length() && text.charAt(at) == ',');
        if (files.size() > 1) {
            ledger.translated(offset, "--form " + name + " with " + files.size() + " files", "a part for each file", "curl would put them into a multipart/mixed part (RFC 7578 §4.3 no longer does)");
        }
        if (files.size() > 1 && !fileName.isEmpty()) {
            ledger.aside(offset, "--form ;filename=" + fileName, "each of several files is sent under its own name");
            fileName = "";
        }
        return new Part(Entry.of(name, ""), true, files, type.isEmpty() ? curls(files) : type, fileName);
    }

    /// Up to one of `ends` without the blanks around it, or in quotes with `\"` and `\\`.
    private String content(String ends) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (text.startsWith("\"", at)) {
            var out = new StringBuilder();
            var i = at + 1;
            while (i < text.length() && text.charAt(i) != '"') {
                i += text.charAt(i) == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0 ? 1 : 0;
                out.append(text.charAt(i++));
            }
            if (i < text.length() && (i + 1 == text.length() || ends.indexOf(text.charAt(i + 1)) >= 0)) {
                at = i + 1;
                return out.toString();
            }
        }
        var start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).stripTrailing();
    }

    /// The type; the file name is kept aside, the other attributes have no place.
    private String attributes() {
        var type = "";
        while (at < text.length() && text.charAt(at) == ';') {
            at++;
            var rest = text.substring(at).stripLeading();
            at = text.length() - rest.length();
            var equals = rest.indexOf('=');
            var key = equals < 0 ? rest : rest.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            at += equals < 0 ? rest.length() : equals + 1;
            var value = content(key.equals("type") ? "," : ";,");
            if (key.equals("type")) {
                type = type(value);
            } else if (key.equals("filename")) {
                fileName = value;
            } else {
                ledger.aside(offset, "--form ;" + key, "a field of a form has only a value, a type and a file name here");
            }
        }
        return type;
    }

    /// A type may have parameters of its own behind `;`: up to the next attribute of curl's.
    private String type(String value) {
        for (var attribute : List.of("filename=", "headers=", "encoder=")) {
            var next = value.toLowerCase(Locale.ROOT).replace(" ", "").indexOf(";" + attribute);
            var real = value.indexOf(';', Math.max(0, next));
            if (next >= 0 && real >= 0) {
                at -= value.length() - real;
                return value.substring(0, real).strip();
            }
        }
        return value.strip();
    }

    /// The type that curl gives a file by its ending, where ours would be another; empty where both are the same.
    private static String curls(List<String> files) {
        var type = curls(files.getFirst().toLowerCase(Locale.ROOT));
        return type.equals(FileTypes.of(files.getFirst())) && files.size() == 1 ? "" : type;
    }

    private static String curls(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "gif" -> "image/gif";
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            case "txt" -> "text/plain";
            case "htm", "html" -> "text/html";
            case "pdf" -> "application/pdf";
            case "xml" -> "application/xml";
            default -> "application/octet-stream";
        };
    }
}
