package dev.posthorn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RequestUrlTest {

    private static List<String> names(String url) {
        return RequestUrl.parse(url).pathVariableNames();
    }

    @Test
    void aPathVariableIsASegmentUpToItsFirstDot() {
        assertEquals(List.of("a", "ab", "a+b"), names("http://127.0.0.1/:a/:ab.json/:a+b"));
        assertEquals(List.of("foo"), names("http://127.0.0.1/:foo.bar.baz"));
        assertEquals(List.of("var"), names("http://127.0.0.1/:/:./:var"));
        assertEquals(List.of("foo", "bar"), names("http://127.0.0.1/:foo/:bar/:foo"));
        assertEquals(List.of("郵差", "foo-郵差"), names("http://127.0.0.1/:郵差/:foo-郵差.json"));
    }

    @Test
    void portsQueriesAndVariablesHaveNone() {
        assertEquals(List.of(), names("http://h:8080/a:b?c=/:d#/:e"));
        assertEquals(List.of(), names("localhost:8080"));
        assertEquals(List.of(), names("{{a/:b}}/{{c}}"));
        assertEquals(List.of("id"), names("{{base}}/:id{{ext}}?{{q/:x}}"));
    }

    @Test
    void thePiecesAreTheTextAgain() {
        for (var url : List.of("", "/", ":a", "http://h/:a/:b.c/:d", "{{a/:b}}/:c{{d}}/:e", "http://:8080/:x", "h/:/:/::a")) {
            assertEquals(url, RequestUrl.parse(url).pieces().stream().map(p -> (p.variable() ? ":" : "") + p.text()).collect(Collectors.joining()));
        }
    }
}
