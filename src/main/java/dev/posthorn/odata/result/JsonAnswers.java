package dev.posthorn.odata.result;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.tree.Json;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads answers in JSON: verbose of v2 and v3 (`d`, `d.results`), light of v3, v4 with any amount of metadata.
final class JsonAnswers {

    private final Slices slices;
    private final Around around;

    JsonAnswers(String text, Around around) {
        this.around = around;
        slices = new Slices(text);
    }

    Answer read() throws ODataProblem {
        var whole = slices.whole();
        if (slices.first(whole) == '[') {
            return list(whole, Map.of());
        }
        if (slices.first(whole) != '{') {
            return plain(slices.json(whole), "");
        }
        var members = slices.members(whole);
        var error = error(members);
        if (error != null) {
            return error;
        }
        if (members.get("d") instanceof Slices.Slice d && members.size() == 1) {
            return verbose(d);
        }
        var value = members.get("value");
        var rest = members.keySet().stream().noneMatch(k -> !k.equals("value") && !Controls.is(k));
        if (value != null && rest) {
            if (slices.first(value) == '[') {
                return list(value, members);
            }
            if (slices.first(value) != '{') {
                return plain(slices.json(value), "");
            }
            return one(value);
        }
        return one(whole);
    }

    private ServiceError error(Map<String, Slices.Slice> members) throws ODataProblem {
        for (var name : List.of("error", "odata.error")) {
            var error = members.get(name);
            if (error != null && slices.first(error) == '{' && slices.json(error) instanceof Json.Obj object && (object.has("message") || object.has("code"))) {
                return ErrorJson.read(object);
            }
        }
        return null;
    }

    private Answer verbose(Slices.Slice d) throws ODataProblem {
        if (slices.first(d) == '[') {
            return list(d, Map.of());
        }
        if (slices.first(d) != '{') {
            return plain(slices.json(d), "");
        }
        var members = slices.members(d);
        var results = members.get("results");
        if (results != null && slices.first(results) == '[' && members.keySet().stream().allMatch(k -> k.equals("results") || k.startsWith("__"))) {
            return list(results, members);
        }
        // A property or the result of a function stands under its own name.
        if (members.size() == 1) {
            var only = members.entrySet().iterator().next();
            var named = !only.getKey().startsWith("__");
            if (named && slices.first(only.getValue()) == '{' && slices.json(only.getValue()) instanceof Json.Obj inner && !inner.has("__deferred")) {
                var list = inner.get("results");
                return list instanceof Json.Arr ? list(slices.members(only.getValue()).get("results"), Map.of()) : one(only.getValue());
            }
            if (named && slices.first(only.getValue()) != '[' && around.type() != null && (around.type().primitive() || around.edm().structured(around.type().name()) == null)) {
                return plain(slices.json(only.getValue()), around.type().name());
            }
        }
        return one(d);
    }

    private Answer plain(Json value, String type) {
        var known = around.type() == null ? null : around.type();
        return new PlainValue(value instanceof Json.Null ? null : RowReader.said(value, known, around.edm()), known == null ? type : known.name());
    }

    private Page one(Slices.Slice object) throws ODataProblem {
        var json = slices.json(object);
        var here = based(json instanceof Json.Obj o ? Controls.of(o).get("context") : "");
        var found = new ColumnsFound(here);
        found.see(json);
        var columns = found.columns(false);
        return new Page(columns, List.of(new RowReader(here, columns).read(json)), "", -1, "", true);
    }

    /// Relative links of v4 count from the context URL.
    private Around based(String context) {
        return context.isEmpty() ? around : around.from(around.absolute(context.indexOf('#') < 0 ? context : context.substring(0, context.indexOf('#'))));
    }

    private Page list(Slices.Slice list, Map<String, Slices.Slice> about) throws ODataProblem {
        var places = slices.elements(list);
        var context = said(about, "@odata.context", "@context", "odata.metadata");
        var here = based(context);
        var found = new ColumnsFound(here);
        for (var i = 0; i < places.length; i += 2) {
            found.see(slices.json(new Slices.Slice(places[i], places[i + 1])));
        }
        var columns = found.columns(places.length == 0);
        return new Page(columns, new Lazy(places, new RowReader(here, columns)), link(here, said(about, "@odata.nextLink", "@nextLink", "odata.nextLink", "__next")),
                count(said(about, "@odata.count", "@count", "odata.count", "__count")), link(here, said(about, "@odata.deltaLink", "@deltaLink", "odata.deltaLink")), false);
    }

    private static String link(Around here, String link) {
        return here.absolute(link);
    }

    private static long count(String text) {
        try {
            return text.isEmpty() ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private String said(Map<String, Slices.Slice> about, String... names) throws ODataProblem {
        for (var name : names) {
            if (about.get(name) instanceof Slices.Slice slice) {
                return switch (slices.json(slice)) {
                    case Json.Text t -> t.value();
                    case Json.Num n -> n.text();
                    case Json.Null _, Json.Flag _, Json.Arr _, Json.Obj _ -> "";
                };
            }
        }
        return "";
    }

    /// Rows that are made of the text each time they are asked for.
    private final class Lazy extends AbstractList<Row> {
        private final int[] places;
        private final RowReader reader;

        private Lazy(int[] places, RowReader reader) {
            this.places = places;
            this.reader = reader;
        }

        @Override
        public Row get(int index) {
            try {
                return reader.read(slices.json(new Slices.Slice(places[2 * index], places[2 * index + 1])));
            } catch (ODataProblem e) {
                throw new IllegalStateException("a row was sound when it was first read", e);
            }
        }

        @Override
        public int size() {
            return places.length / 2;
        }
    }

    /// Related entities that came along with others, as a page of their own.
    static Page nested(Json json, Around around) {
        var list = json instanceof Json.Arr array ? array.elements() : json instanceof Json.Obj object && object.get("results") instanceof Json.Arr results ? results.elements() : List.of(json);
        var found = new ColumnsFound(around);
        list.forEach(found::see);
        var columns = found.columns(list.isEmpty());
        var reader = new RowReader(around, columns);
        var rows = new ArrayList<Row>();
        list.forEach(e -> rows.add(reader.read(e)));
        var next = json instanceof Json.Obj object ? object.text("__next") : "";
        return new Page(columns, List.copyOf(rows), around.absolute(next), -1, "", !(json instanceof Json.Arr) && list.size() == 1 && list.getFirst() == json);
    }
}
