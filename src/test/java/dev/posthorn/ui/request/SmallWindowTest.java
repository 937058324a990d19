package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.workbench.Draft;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The request editor in the smallest window: 900 wide with the sidebar open, the answer below.
final class SmallWindowTest {

    private static final double WIDTH = 571;
    private static final double HEIGHT = 290;

    private RequestPane pane;
    private Stage stage;

    private void open(Request request) {
        pane = OnFx.get(() -> new RequestPane(new Draft<>(request), new FakeServices()));
        stage = OnFx.show(pane, WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    @Test
    void noPageIsWiderThanTheWindow() {
        var tooWide = new TreeMap<String, Double>();
        var bodies = List.of(new Body.FormData(List.of(Part.text("a", "1"))), new Body.Raw("{}", "json"));
        for (var body : bodies) {
            open(Request.get("https://api.test/{{x}}?a=1").withBody(body));
            for (var page : List.of("params", "authorization", "headers", "body", "scripts", "cookies", "settings", "docs")) {
                var width = OnFx.get(() -> {
                    pane.select(page);
                    pane.applyCss();
                    pane.layout();
                    return pane.getCenter().minWidth(-1);
                });
                if (width > WIDTH) {
                    tooWide.put(page + " " + body.mode(), width);
                }
            }
            OnFx.run(stage::close);
        }
        assertEquals("{}", tooWide.toString());
    }

    @Test
    void queryRowsStayInSightAbovePathVariables() {
        open(Request.get("https://api.test/:one/:two?a=1&b=2&c=3").withAddress("https://api.test/:one/:two?a=1&b=2&c=3",
                List.of(Entry.of("a", "1"), Entry.of("b", "2"), Entry.of("c", "3")), List.of(Entry.of("one", "1"), Entry.of("two", "2"))));
        var height = OnFx.get(() -> {
            pane.select("params");
            pane.applyCss();
            pane.layout();
            return pane.lookup("#query").lookup(".rows") instanceof Node rows ? ((ListView<?>) rows).getHeight() : 0;
        });
        assertTrue(height >= 48, "two rows are seen, not " + height);
    }
}
