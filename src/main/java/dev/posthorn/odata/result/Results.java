package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.tree.Json;

/// Reads what an OData service answered, whatever its version and format.
public final class Results {

    private Results() {}

    /// @param body the whole body, decoded
    /// @throws ODataProblem where it is no answer of OData; the sentence says what it is instead, and where it breaks
    public static Answer read(String body, Around around) throws ODataProblem {
        var start = body.startsWith("\uFEFF") ? 1 : 0;
        while (start < body.length() && body.charAt(start) <= ' ') {
            start++;
        }
        if (start == body.length()) {
            throw new ODataProblem("The answer is empty");
        }
        return switch (body.charAt(start)) {
            case '<' -> new AtomAnswers(body, around).read();
            case '{', '[', '"' -> new JsonAnswers(body, around).read();
            default -> new PlainValue(body.strip(), around.type() == null ? "" : around.type().name());
        };
    }

    /// Related entities that came along in a cell, as a page of their own.
    ///
    /// @param name the column of the cell
    public static Page related(Cell.Related cell, String name, Around around) {
        var set = around.set() == null ? null : around.edm().target(around.set(), name);
        return JsonAnswers.nested(cell.inline() == null ? new Json.Arr(0, 0, java.util.List.of()) : cell.inline(), around.of(cell.type(), set));
    }

    /// A complex value or a list in a cell, as a page of its own.
    public static Page nested(Cell.Nested cell, Around around) {
        return JsonAnswers.nested(cell.json(), around.of(cell.type(), null));
    }
}
