package dev.posthorn.odata.call;

import dev.posthorn.model.Request;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Percent;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.edm.TypeDefinition;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Literals;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the request that calls a function or an action: parameters in the URL or in the body, as kind and version want it.
public final class OperationCalls {

    private final Edm edm;
    private final Version version;
    private final String root;

    public OperationCalls(Edm edm, Version version, String root) {
        this.edm = edm;
        this.version = version;
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    /// Calls it at the root of the service. Of several overloads it is the one whose parameters are given.
    ///
    /// @param values name of a parameter → value as people type it; one that is absent or null is left out
    /// @throws ODataProblem where a value is none of its type; the sentence names the parameter
    public Request call(OperationImport imported, Map<String, ?> values) throws ODataProblem {
        var operation = chosen(imported.overloads(), values);
        if (version.old() && !operation.action()) {
            return Manners.request(imported.method(), root + "/" + imported.name() + query(operation, values), version, List.of());
        }
        return at(root + "/" + Percent.segment(imported.name()), operation, values);
    }

    /// Calls one that is bound to what is at the address.
    public Request call(String url, Operation operation, Map<String, ?> values) throws ODataProblem {
        return at(url + "/" + Percent.segment(operation.name()), operation, values);
    }

    private Request at(String url, Operation operation, Map<String, ?> values) throws ODataProblem {
        if (!operation.action()) {
            return Manners.request("GET", version.old() ? url + query(operation, values) : inBrackets(url, operation, values), version, List.of());
        }
        var request = Manners.request("POST", url, version, List.of());
        var body = new LinkedHashMap<String, Object>();
        for (var parameter : operation.given()) {
            if (values.get(parameter.name()) != null) {
                body.put(parameter.name(), json(parameter, values.get(parameter.name())));
            }
        }
        return body.isEmpty() ? request : Manners.withJson(request, body, version);
    }

    private Object json(Operation.Parameter parameter, Object value) throws ODataProblem {
        try {
            return new BodyText(edm, version).value(parameter.type(), value, 0);
        } catch (ODataProblem e) {
            throw new ODataProblem("`" + parameter.name() + "`: " + e.getMessage());
        }
    }

    static Operation chosen(List<Operation> overloads, Map<String, ?> values) {
        return overloads.stream().filter(o -> o.given().size() == values.size() && o.given().stream().allMatch(p -> values.containsKey(p.name()))).findFirst().orElse(overloads.getFirst());
    }

    /// `Total(year=2024,kinds=@kinds)?@kinds=["a"]`: what is no plain value goes by an alias (OData 4.01 part 2 §5.3.1).
    private String inBrackets(String url, Operation operation, Map<String, ?> values) throws ODataProblem {
        var plain = new ArrayList<String>();
        var aliases = new ArrayList<String>();
        for (var parameter : operation.given()) {
            var value = values.get(parameter.name());
            if (value == null) {
                continue;
            }
            if (simple(parameter.type())) {
                plain.add(parameter.name() + "=" + literal(parameter, value.toString()));
            } else {
                plain.add(parameter.name() + "=@" + parameter.name());
                var json = value instanceof String text && text.strip().matches("(?s)[\\[{].*") ? text : JsonWriter.compact(json(parameter, value));
                aliases.add("@" + parameter.name() + "=" + Percent.option(json));
            }
        }
        return url + "(" + Percent.segment(String.join(",", plain)) + ")" + (aliases.isEmpty() ? "" : "?" + String.join("&", aliases));
    }

    private boolean simple(TypeRef type) {
        return !type.many() && (type.primitive() || edm.choice(type.name()) != null || edm.type(type.name()) instanceof TypeDefinition);
    }

    private String literal(Operation.Parameter parameter, String value) throws ODataProblem {
        try {
            return Literals.of(parameter.type().name(), value, version, edm);
        } catch (ODataProblem e) {
            throw new ODataProblem("`" + parameter.name() + "`: " + e.getMessage());
        }
    }

    /// In v2 and v3 parameters of functions are options of the URL.
    private String query(Operation operation, Map<String, ?> values) throws ODataProblem {
        var pairs = new ArrayList<String>();
        for (var parameter : operation.given()) {
            var value = values.get(parameter.name());
            if (value != null) {
                pairs.add(Percent.name(parameter.name()) + "=" + Percent.option(literal(parameter, value.toString())));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
