package dev.posthorn.imports.http;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the body of a block: text, a file behind `<`, a form over several lines, parts between boundaries, GraphQL with its variables.
final class HttpBody {

    private static final Pattern FILE = Pattern.compile("<(@\\S*)?\\s+(\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)[;\\s](name|filename)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))");

    private final String item;
    private final List<Report.Row> rows;

    HttpBody(String item, List<Report.Row> rows) {
        this.item = item;
        this.rows = rows;
    }

    /// @param type the value of the Content-Type header, empty where there is none
    Body read(List<Line> lines, String type, boolean graphQl) {
        if (lines.isEmpty()) {
            return Body.none();
        }
        if (graphQl) {
            return graphQl(lines);
        }
        var kind = type.toLowerCase(Locale.ROOT);
        var boundary = boundary(type);
        if (kind.startsWith("multipart/form-data") && !boundary.isEmpty()) {
            return parts(lines, boundary);
        }
        var file = FILE.matcher(lines.getFirst().text());
        if (file.matches() && lines.stream().skip(1).allMatch(Line::blank)) {
            return file(file.group(1), file.group(2).strip(), lines.getFirst());
        }
        if (kind.startsWith("application/x-www-form-urlencoded")) {
            return form(lines);
        }
        for (var line : lines) {
            if (FILE.matcher(line.text()).matches() && !kind.contains("xml") && !kind.contains("html")) {
                rows.add(Report.Row.aside(item, line.place(), line.text().strip(), "a body is one text or one file: put the text of the file here"));
            }
        }
        return new Body.Raw(text(lines), language(kind, lines));
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private Body file(String at, String name, Line line) {
        if (at != null) {
            rows.add(Report.Row.translated(item, line.place(), "<" + at + " " + name, "the file as it is", "variables in the file are not replaced"));
        }
        return new Body.Binary(name);
    }

    /// `a=1` and `&b=2` on lines of their own; blanks around the signs are layout.
    private static Body form(List<Line> lines) {
        var joined = lines.stream().map(l -> l.text().strip()).collect(Collectors.joining());
        return new Body.UrlEncoded(Arrays.stream(joined.split("&")).filter(p -> !p.isBlank()).map(pair -> {
            var equals = pair.indexOf('=');
            return equals < 0 ? Entry.of(decoded(pair), "") : Entry.of(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }).toList());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text.strip();
        }
    }

    private static String boundary(String type) {
        var found = Pattern.compile("(?i)boundary=(?:\"([^\"]*)\"|([^;\\s]*))").matcher(type);
        return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    private Body parts(List<Line> lines, String boundary) {
        var parts = new ArrayList<Part>();
        var part = new ArrayList<Line>();
        var inside = false;
        for (var line : lines) {
            var text = line.text().stripTrailing();
            if (text.equals("--" + boundary) || text.equals("--" + boundary + "--")) {
                if (inside) {
                    parts.add(part(part));
                }
                part = new ArrayList<>();
                inside = text.equals("--" + boundary);
            } else if (inside) {
                part.add(line);
            } else if (!line.blank()) {
                rows.add(Report.Row.aside(item, line.place(), line.text().strip(), "it stands outside of the parts"));
            }
        }
        if (inside && !part.isEmpty()) {
            parts.add(part(part));
        }
        rows.add(Report.Row.translated(item, lines.getFirst().place(), "a body in parts", "a form of " + parts.size() + " fields", "its boundary is made when it is sent"));
        return new Body.FormData(parts);
    }

    private Part part(List<Line> lines) {
        var name = "";
        var fileName = "";
        var type = "";
        var at = 0;
        for (; at < lines.size() && !lines.get(at).blank(); at++) {
            var header = lines.get(at).text();
            if (header.regionMatches(true, 0, "Content-Disposition:", 0, 20)) {
                for (var attribute : ATTRIBUTE.matcher(header).results().toList()) {
                    var value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
                    name = attribute.group(1).equalsIgnoreCase("name") ? value : name;
                    fileName = attribute.group(1).equalsIgnoreCase("filename") ? value : fileName;
                }
            } else if (header.regionMatches(true, 0, "Content-Type:", 0, 13)) {
                type = header.substring(13).strip();
            } else {
                rows.add(Report.Row.aside(item, lines.get(at).place(), header.strip(), "a field of a form has only a value, a type and a file name here"));
            }
        }
        var content = lines.subList(Math.min(at + 1, lines.size()), lines.size());
        var file = content.isEmpty() ? null : FILE.matcher(content.getFirst().text());
        if (file != null && file.matches()) {
            var path = file.group(2).strip();
            return new Part(Entry.of(name, ""), true, List.of(path), type, path.endsWith(fileName) ? "" : fileName);
        }
        return new Part(Entry.of(name, text(content)), false, List.of(), type, fileName);
    }

    /// The query, and behind an empty line its variables as JSON.
    private Body graphQl(List<Line> lines) {
        for (var i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).blank() && i + 1 < lines.size() && lines.get(i + 1).text().stripLeading().startsWith("{")) {
                var query = text(lines.subList(0, i)).stripTrailing();
                if (query.chars().filter(c -> c == '{').count() == query.chars().filter(c -> c == '}').count()) {
                    return new Body.GraphQl(query, text(lines.subList(i + 1, lines.size())), "");
                }
            }
        }
        return new Body.GraphQl(text(lines), "", "");
    }

    private static String language(String kind, List<Line> lines) {
        var first = lines.getFirst().text().stripLeading();
        return kind.contains("json") || kind.isEmpty() && (first.startsWith("{") || first.startsWith("[")) ? "json"
                : kind.contains("html") ? "html" : kind.contains("xml") ? "xml" : kind.contains("javascript") ? "javascript" : "text";
    }
}
