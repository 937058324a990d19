package dev.posthorn.workbench;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.posthorn.text.BoundedMatch;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.workbench.Checks.Judgement;
import java.util.List;
import java.util.stream.Collectors;

/// Judges a JSON value by a JSON Schema: drafts 4 to 2020-12 by its `$schema`, 2020-12 where it has none. Nothing is fetched: what a schema refers to must stand in it.
final class SchemaCheck {

    /// So many of what is wrong are told.
    private static final int MOST = 3;

    /// Values that nest deeper are not judged by a schema.
    private static final int DEEPEST = 400;

    private SchemaCheck() {}

    static Judgement judge(String schema, Json value) throws CheckProblem {
        var read = read(schema);
        if (depth(value) > DEEPEST || depth(read) > DEEPEST) {
            throw new CheckProblem("The JSON nests more than " + DEEPEST + " levels deep, too deep for a schema.");
        }
        try {
            var result = new ValidatorFactory().withDefaultDialect(new Dialects.Draft2020Dialect()).withJsonNodeFactory(new SchemaNode.Factory())
                    .withEvaluatorFactory(patterns()).validate(new SchemaNode(read, ""), new SchemaNode(value, ""));
            return result.isValid() ? Judgement.holds("it conforms") : Judgement.fails("what the schema allows", said(result.getErrors()));
        } catch (InvalidSchemaException e) {
            throw new CheckProblem("The JSON Schema of the row is none: " + said(e.getErrors()) + ".");
        } catch (GivenUp e) {
            throw new CheckProblem("The JSON Schema cannot be used: " + e.getMessage() + ".");
        } catch (JsonSchemaException | IllegalArgumentException e) {
            throw new CheckProblem("The JSON Schema cannot be used: " + e.getMessage() + ". What it refers to must stand in the schema itself; nothing is fetched.");
        } catch (StackOverflowError e) {
            throw new CheckProblem("The JSON Schema refers to itself without an end.");
        }
    }

    static Json read(String schema) throws CheckProblem {
        if (schema.isBlank()) {
            throw new CheckProblem("The row has no JSON Schema.");
        }
        try {
            return JsonReader.read(schema);
        } catch (JsonProblem e) {
            throw new CheckProblem("The JSON Schema of the row is no JSON: line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        }
    }

    private static String said(List<Error> errors) {
        var told = errors.stream().limit(MOST).map(e -> (e.getInstanceLocation().isEmpty() ? "" : "at " + e.getInstanceLocation() + ": ") + lower(e.getError()))
                .collect(Collectors.joining("; "));
        return told + (errors.size() > MOST ? "; and " + (errors.size() - MOST) + " more" : "");
    }

    private static String lower(String sentence) {
        var cut = Shown.cut(sentence);
        return cut.isEmpty() ? "it does not suit" : Character.toLowerCase(cut.charAt(0)) + cut.substring(1);
    }

    private static int depth(Json root) {
        var deepest = 0;
        var level = List.of(root);
        while (!level.isEmpty()) {
            deepest++;
            level = level.stream().flatMap(v -> switch (v) {
                case Json.Obj object -> object.members().stream().map(Json.Member::value);
                case Json.Arr list -> list.elements().stream();
                default -> java.util.stream.Stream.<Json>empty();
            }).filter(v -> v instanceof Json.Obj || v instanceof Json.Arr).toList();
        }
        return deepest;
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        private GivenUp(String message) {
            super(message, null, false, false);
        }
    }

    /// Our own `pattern`, whose expressions come to an end.
    private static EvaluatorFactory patterns() {
        return new EvaluatorFactory.Builder().withKeyword("pattern", node -> (Evaluator) (_, value) -> {
            if (!value.isString() || !node.isString()) {
                return Evaluator.Result.success();
            }
            try {
                return BoundedMatch.of(node.asString()).find(value.asString()) ? Evaluator.Result.success()
                        : Evaluator.Result.failure("\"" + Shown.cut(value.asString()) + "\" does not match " + node.asString());
            } catch (BoundedMatch.Problem e) {
                throw new GivenUp("its expression " + node.asString() + ": " + e.getMessage());
            }
        }).build();
    }
}
