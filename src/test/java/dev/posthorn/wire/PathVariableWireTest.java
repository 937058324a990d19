package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.get;
import static dev.posthorn.wire.WireTable.path;
import static dev.posthorn.wire.WireTable.with;

import dev.posthorn.model.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `:name` and `{{name}}` in URLs. Sources: postman-collection `test/unit/url.test.js` (C), postman-runtime
/// `test/integration/sanity/url-sanity-before-request.test.js` (S).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PathVariableWireTest {

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private DynamicTest variables(String sentence, String typed, String target, String... namesAndValues) {
        return table.line(sentence, path(get(typed), namesAndValues), target);
    }

    @TestFactory
    Stream<DynamicTest> pathVariables() {
        return Stream.of(
                variables("a segment (S: with variables)", "http://HOST/:verb", "/get", "verb", "get"),
                variables("a segment with an extension (C: should work with media type extension)", "http://HOST/:alpha/:beta.json", "/foo/bar.json", "alpha", "foo", "beta", "bar"),
                variables("everything after the first dot stays (C: should ignore everything after a dot)", "http://HOST/:郵差.bar.baz", "/foo.bar.baz", "郵差", "foo"),
                variables("a name of other characters (C: should parse path variables properly)", "http://HOST/:a/:ab.json/:a+b", "/1/2.json/3", "a", "1", "ab", "2", "a+b", "3"),
                variables("colons without a name stay (C: should not parse empty path variables)", "http://HOST/:/:./:var", "/:/:./v", "var", "v"),
                variables("one variable in two places (C: should parse a path variable only once if it is used multiple times)", "http://HOST/:foo/:bar/:foo", "/1/2/1", "foo", "1", "bar", "2"),
                variables("no value leaves it as typed (C: should ignore non string valued path variables correctly)", "http://HOST/:alpha/:beta", "/get/:beta", "alpha", "get", "beta", ""),
                variables("a segment with two colons is one variable", "http://HOST/v1/:name:cancel", "/v1/x", "name:cancel", "x"),
                variables("a colon within a segment is none", "http://HOST/a:id/(:id)", "/a:id/(:id)", "id", "1"),
                variables("a query has none", "http://HOST/a?q=/:id", "/a?q=/:id", "id", "1"),
                variables("a slash of the value stays", "http://HOST/:id/x", "/a/b/x", "id", "a/b"),
                variables("a space and letters of the world are encoded", "http://HOST/:id", "/a%20%C3%BC", "id", "a ü"),
                variables("? and # of the value stay in the path, where Postman begins the query", "http://HOST/:id/x", "/a%3Fb%23c/x", "id", "a?b#c"),
                variables("what is encoded stays", "http://HOST/:id", "/a%2Fb", "id", "a%2Fb"),
                variables("a percent sign stays", "http://HOST/:id", "/100%", "id", "100%"),
                variables("the value may be a variable", "http://HOST/:id", "/v%20w", "id", "{{word}}"),
                variables("the last of two rows counts", "http://HOST/:id", "/2", "id", "1", "id", "2"),
                table.line("a row that is off does not count", get("").withAddress("http://HOST/:id", List.of(), List.of(Entry.of("id", "1").withEnabled(false))), "/:id"),
                table.line("encoding off leaves the value as it is", with(path(get("http://HOST/:id"), "id", "{a}|b"), "disableUrlEncoding", true), "/{a}|b"));
    }

    @TestFactory
    Stream<DynamicTest> variablesOfTheEnvironment() {
        return Stream.of(
                variables("a base with its scheme", "{{base}}/get", "/get"),
                variables("a base without one", "{{bare}}/get", "/get"),
                variables("nested names (S: with nested variables)", "{{domain#{{id}}}}/get", "/get"),
                variables("names with the marks of URLs (S: with variables having restricted chars)", "http://{{#host:name#}}/{{p/a/t/h}}", "/get"),
                variables("slashes in names (runtime sanity/slashed-variable.test.js)", "{{base}}/get?foo={{fo/o}}&bar={{b\\ar}}", "/get?foo=alpha&bar=beta"),
                variables("a value in the path may begin the query", "{{base}}/{{split}}", "/a?b"),
                variables("a value in the query may begin a parameter", "{{base}}/?x={{amp}}", "/?x=1&y=2"),
                variables("values are encoded", "{{base}}/{{word}}?{{key}}={{word}}", "/v%20w?k%20e%20y=v%20w"),
                variables("a path variable beside one", "{{base}}/:id/{{word}}", "/7/v%20w", "id", "7"));
    }
}
