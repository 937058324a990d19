package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares a query with the metadata, option by option.
public final class QueryCheck {

    private static final List<String> NEW_OPTIONS = List.of("$select", "$filter", "$expand", "$orderby", "$top", "$skip", "$count", "$search", "$format", "$apply", "$compute", "$skiptoken",
            "$deltatoken", "$id", "$index", "$schemaversion", "$levels", "$root", "$it");
    private static final List<String> OLD_OPTIONS = List.of("$select", "$filter", "$expand", "$orderby", "$top", "$skip", "$inlinecount", "$format", "$skiptoken", "$callback", "$batch");

    /// @param option the name of the option, such as `$filter`, or `path`
    public record Found(String option, Fault fault) {}

    private final Edm edm;
    private final Version version;
    private final List<Found> found = new ArrayList<>();
    private Set<String> computed = Set.of();

    private QueryCheck(Edm edm, Version version) {
        this.edm = edm;
        this.version = version;
    }

    /// What is wrong; empty where nothing is, or nothing is known.
    public static List<Found> of(Query query, Edm edm, Version version) {
        var check = new QueryCheck(edm, version);
        var there = Destination.of(query, edm);
        there.faults().forEach(f -> check.found.add(new Found("path", f)));
        check.options(query.options(), there.structured(edm), there.type(), 0);
        return List.copyOf(check.found);
    }

    private void add(String option, Fault fault) {
        found.add(new Found(option, fault));
    }

    private void options(Options options, StructuredType declared, TypeRef asked, int depth) {
        // What comes of `$apply` has other properties than the type (OData Data Aggregation 4.0 §3).
        var applied = other(options, "$apply") != null;
        var type = applied ? null : declared;
        var it = applied ? null : asked;
        computed = computed(other(options, "$compute"), it);
        options.select().forEach(s -> select(s, type, "$select"));
        if (!options.filter().isEmpty()) {
            filter(options.filter(), it);
        }
        options.orderBy().forEach(o -> order(o, it));
        options.expand().forEach(e -> expand(e, type, depth));
        number("$top", options.top());
        number("$skip", options.skip());
        if (version == Version.V2 && !options.search().isEmpty()) {
            add("$search", Fault.at(0, 7, "OData 2 has no `$search`; the service has to know it by itself"));
        }
        others(options);
    }

    private static String other(Options options, String name) {
        return options.others().stream().filter(o -> o.name().equals(name)).map(Options.Pair::value).findFirst().orElse(null);
    }

    /// The names that `$compute=Price mul Amount as Total` makes (OData 4.01 part 1 §11.2.5.3).
    private Set<String> computed(String text, TypeRef it) {
        var names = new HashSet<String>();
        for (var piece : text == null ? List.<Pieces.Piece>of() : Pieces.of(text, ',')) {
            var as = piece.text().lastIndexOf(" as ");
            if (as < 0 || piece.text().substring(as + 4).isBlank()) {
                add("$compute", Fault.at(piece.start(), piece.start() + piece.text().length(), "A computed value has a name: Price mul Amount as Total"));
                continue;
            }
            try {
                check(it, names).value(FilterReader.read(piece.text().substring(0, as), version)).forEach(f -> add("$compute", f));
            } catch (QueryProblem e) {
                add("$compute", e.fault());
            }
            names.add(piece.text().substring(as + 4).strip());
        }
        return names;
    }

    private FilterCheck check(TypeRef it, Set<String> more) {
        return new FilterCheck(edm, version, it == null ? null : it.one()).knowing(more);
    }

    private void filter(String text, TypeRef it) {
        try {
            var expr = FilterReader.read(text, version);
            check(it, computed).filter(expr).forEach(f -> add("$filter", f));
        } catch (QueryProblem e) {
            add("$filter", e.fault());
        }
    }

    private void order(Order order, TypeRef it) {
        try {
            var expr = FilterReader.read(order.expression(), version);
            check(it, computed).value(expr).forEach(f -> add("$orderby", f));
        } catch (QueryProblem e) {
            add("$orderby", e.fault());
        }
    }

    private void number(String option, String text) {
        if (!text.isEmpty() && !text.contains("{{") && !text.matches("[0-9]{1,18}")) {
            add(option, Fault.at(0, text.length(), "`" + text + "` is no number from 0 on"));
        }
    }

    private void others(Options options) {
        var names = version.old() ? OLD_OPTIONS : NEW_OPTIONS;
        var seen = new HashSet<String>();
        for (var other : options.others()) {
            if (other.name().startsWith("$") && !names.contains(other.name())) {
                add(other.name(), Fault.at(0, other.name().length(), "OData " + version.number() + " has no option `" + other.name() + "`" + Nearest.hint(other.name(), names)));
            } else if (other.name().startsWith("$") && (!seen.add(other.name()) || taken(options, other.name()))) {
                add(other.name(), Fault.at(0, other.name().length(), "`" + other.name() + "` is there twice; the service takes one of them, or none"));
            } else if (other.name().equals("$count") || other.name().equals("$inlinecount")) {
                add(other.name(), Fault.at(0, other.value().length(), "`" + other.value() + "` is not understood; " + (version.old() ? "write allpages or none" : "write true or false")));
            }
        }
    }

    private static boolean taken(Options options, String name) {
        return List.of("$select", "$filter", "$expand", "$orderby", "$top", "$skip", "$search", "$levels").contains(name) && options.pairs(Version.V4).stream().filter(p -> p.name().equals(name)).count() > 1;
    }

    private void select(String path, StructuredType start, String option) {
        var type = start;
        for (var step : path.split("/")) {
            var open = step.indexOf('(');
            var name = open > 0 ? step.substring(0, open) : step;
            if (type == null || name.equals("*") || name.startsWith("$") || name.contains("{{") || computed.contains(name)) {
                return;
            }
            if (name.indexOf('.') > 0) {
                type = edm.structured(name);
                continue;
            }
            var faults = new ArrayList<Fault>();
            var next = new PathTypes(edm, faults).after(new TypeRef(type.name(), false), new Expr.Step(0, name.length(), name, null, null));
            faults.forEach(f -> add(option, f));
            type = next == null ? null : edm.structured(next.name());
        }
    }

    private void expand(Expand expand, StructuredType start, int depth) {
        var type = start;
        for (var step : expand.path().split("/")) {
            if (type == null || step.equals("*") || step.startsWith("$") || step.contains("{{") || step.contains("(")) {
                return;
            }
            var navigation = edm.navigation(type, step);
            var property = edm.property(type, step);
            if (step.indexOf('.') > 0) {
                type = edm.structured(step);
            } else if (navigation != null) {
                type = edm.structured(navigation.target());
            } else if (property != null && edm.structured(property.type().name()) != null) {
                type = edm.structured(property.type().name());
            } else {
                notAWay(type, step, property != null);
                return;
            }
        }
        if (depth < Options.DEEPEST && type != null) {
            nested(expand, type, depth);
        }
    }

    private void notAWay(StructuredType type, String step, boolean property) {
        var ways = edm.navigations(type).stream().map(n -> n.name()).toList();
        if (property) {
            add("$expand", Fault.at(0, step.length(), "`" + step + "` is no way to other entities and cannot be expanded"));
        } else if (edm.line(type).stream().noneMatch(StructuredType::open) && edm.line(type).getLast().base().isEmpty()) {
            add("$expand", new Fault(0, step.length(), "`" + type.shortName() + "` leads nowhere by `" + step + "`" + Nearest.hint(step, ways), Nearest.of(step, ways)));
        }
    }

    private void nested(Expand expand, StructuredType type, int depth) {
        var inner = new QueryCheck(edm, version);
        inner.options(expand.options(), type, new TypeRef(type.name(), false), depth + 1);
        for (var one : inner.found) {
            add("$expand", Fault.at(0, expand.path().length(), "In " + expand.path() + ", " + one.option() + ": " + one.fault().sentence()));
        }
        var options = expand.options();
        if (version.old() && (!options.filter().isEmpty() || !options.orderBy().isEmpty() || !options.top().isEmpty() || !options.skip().isEmpty() || options.count())) {
            add("$expand", Fault.at(0, expand.path().length(), "OData " + version.number() + " can select and expand within `" + expand.path() + "`, but not filter, sort or count there"));
        }
    }
}
