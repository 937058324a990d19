package dev.posthorn.ui.shell;

import dev.posthorn.ui.odata.ExplorerPane;
import dev.posthorn.ui.odata.ExplorerServices;
import dev.posthorn.ui.odata.Standing;
import java.util.function.Function;
import javafx.scene.Node;

/// The OData explorer in a tab. There is nothing to save: its queries are saved as requests.
final class ExplorerDocument extends Document {
    private final Function<ExplorerDocument, ExplorerServices> services;
    private final String url;
    private final Standing from;
    private final ExplorerPane pane;

    /// @param url  what is explored at once; "" for nothing yet
    /// @param from whose authorization is used; null for nobody's
    ExplorerDocument(Function<ExplorerDocument, ExplorerServices> services, String url, Standing from) {
        this.services = services;
        this.url = url;
        this.from = from;
        title().set("OData");
        pane = new ExplorerPane(services.apply(this));
        pane.explore(url, from);
    }

    ExplorerPane pane() {
        return pane;
    }

    /// The same once more, for a tab that is opened again.
    ExplorerDocument again() {
        return new ExplorerDocument(services, url, from);
    }

    @Override
    Node node() {
        return pane;
    }

    @Override
    void shown() {
        pane.follow();
    }

    @Override
    void follow(Desk now) {
        pane.follow();
    }

    @Override
    void dispose() {
        pane.dispose();
    }
}
