package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.Draft;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long the request editor holds the window with small and with very large requests; prints milliseconds.
@Tag("bench")
final class RequestPaneBench {

    private static Stage stage;
    private static RequestPane pane;

    private static double open(Request request, String page) {
        var draft = new Draft<>(request);
        if (stage != null) {
            OnFx.run(stage::close);
        }
        stage = OnFx.show(OnFx.get(javafx.scene.layout.StackPane::new), 900, 600);
        return OnFx.get(() -> {
            var start = cpu();
            pane = new RequestPane(draft, new FakeServices());
            var made = cpu();
            ((javafx.scene.layout.Pane) stage.getScene().getRoot()).getChildren().setAll(pane);
            pane.select(page);
            stage.getScene().getRoot().applyCss();
            var styled = cpu();
            stage.getScene().getRoot().layout();
            var end = cpu();
            System.out.printf("  made %.1f, styled %.1f, laid out %.1f; ", made - start, styled - made, end - styled);
            return end - start;
        });
    }

    /// Milliseconds of processor time of this thread: other work on the machine does not count.
    private static double cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
    }

    private static double type(String what) {
        OnFx.run(pane::focusUrl);
        OnFx.press(stage, KeyCode.END);
        var start = OnFx.get(RequestPaneBench::cpu);
        OnFx.type(stage, "abcdefgh");
        OnFx.run(() -> stage.getScene().getRoot().layout());
        var each = (OnFx.get(RequestPaneBench::cpu) - start) / 8;
        System.out.printf("%-44s %7.1f ms a key%n", "typing in the URL, " + what, each);
        return each;
    }

    private static double report(String what, Request request, String page) {
        var took = open(request, page);
        System.out.printf("%-44s %7.1f ms%n", "open " + what, took);
        return took;
    }

    @Test
    void openingAndTypingStaysQuick() {
        var sample = RequestPictures.sample();
        report("first pane of all", sample, "params");
        for (var i = 0; i < 5; i++) {
            report("params", sample, "params");
        }
        type("small");
        report("body", sample, "body");
        report("headers", sample, "headers");
        report("authorization", sample, "authorization");
        var many = IntStream.range(0, 5_000).mapToObj(i -> Entry.of("key" + i, "{{page}}")).toList();
        var form = report("5,000-row form", sample.withBody(new Body.UrlEncoded(many)), "body");
        type("5,000-row form open");
        var json = IntStream.range(0, 30_000).mapToObj(i -> "  \"key" + i + "\": \"value\"").collect(Collectors.joining(",\n", "{\n", "\n}"));
        report("JSON body of " + Bytes.brief(json.length()), sample.withBody(new Body.Raw(json, "json")), "body");
        type("such a body open");
        report("one line of 90 KB", sample.withBody(new Body.Raw("{\"a\":\"" + "x".repeat(90_000) + "\"}", "json")), "body");
        var heavy = report("5 MB body", sample.withBody(new Body.Raw(json.repeat(7), "json")), "body");
        var url = "https://h/?" + IntStream.range(0, 12_000).mapToObj(i -> "k" + i + "=" + i % 10).collect(Collectors.joining("&"));
        report("URL of " + Bytes.brief(url.length()), new Address().typed(sample, url), "params");
        type("a long one");
        assertTrue(form < 500 && heavy < 500, "form " + form + ", heavy " + heavy);
    }
}
