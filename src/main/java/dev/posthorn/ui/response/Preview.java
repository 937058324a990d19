package dev.posthorn.ui.response;

import dev.posthorn.model.StoredBody;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.web.Guest;
import dev.posthorn.ui.web.WebTraffic;
import java.io.IOException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.kordamp.ikonli.octicons.Octicons;

/// Shows a body as its reader would see it: a page without scripts and without network, or a picture; else says why not.
final class Preview extends StackPane {

    private static final long LARGEST_PAGE = 4 << 20;
    private static final long LARGEST_IMAGE = 64 << 20;
    private static final double MARGIN = 16;
    private static final long MOST_PIXELS = 50_000_000;

    /// The page may use what it carries itself and nothing else.
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'\">";

    private record Picture(Image image, String problem) {}

    private final Background.Latest<Supplier<Node>> loading;
    private WebView page;
    private String source = "";

    Preview(Background background) {
        setId("preview");
        loading = background.latest(made -> getChildren().setAll(made.get()), error -> sentence("The body cannot be read: " + error.getMessage() + "."));
    }

    void show(BodyKind kind, StoredBody body) {
        getChildren().clear();
        switch (kind.shape()) {
            case EMPTY -> sentence("The answer has no body, so there is nothing to preview.");
            case BINARY -> sentence("There is no preview for " + kind.label() + ". Raw shows the bytes, Save keeps them in a file.");
            case IMAGE -> image(kind, body);
            case TEXT -> text(kind, body);
        }
    }

    void clear() {
        loading.forget();
        getChildren().clear();
    }

    private void sentence(String text) {
        loading.forget();
        getChildren().setAll(new EmptyState(Octicons.EYE_24, text));
    }

    private void text(BodyKind kind, StoredBody body) {
        if (!kind.language().equals("html")) {
            sentence("A preview is for HTML pages and pictures; this is " + kind.label() + ". Pretty shows it laid out.");
        } else if (body.size() > LARGEST_PAGE) {
            sentence("The page has " + Amounts.bytes(body.size()) + ", too much for a preview. Save it to a file and open that in a browser.");
        } else {
            loading.submit(() -> {
                var html = new String(bytes(body), kind.decoding().charset());
                WebTraffic.ofThisProcess().prepare();
                return () -> page(html);
            });
        }
    }

    private Node page(String html) {
        if (page == null) {
            page = new WebView();
            page.setContextMenuEnabled(false);
            Guest.PREVIEW.marks(page.getEngine());
            page.getEngine().setJavaScriptEnabled(false);
            page.getEngine().locationProperty().addListener((_, _, to) -> stay(to));
        }
        source = POLICY + html;
        page.getEngine().loadContent(source);
        return page;
    }

    /// A click on a link leads nowhere: the preview has no network.
    private void stay(String location) {
        if (location != null && !location.isEmpty() && !location.equals("about:blank")) {
            Fx.later(() -> page.getEngine().loadContent(source));
        }
    }

    private void image(BodyKind kind, StoredBody body) {
        if (kind.label().startsWith("WebP")) {
            sentence("There is no preview for WebP pictures. Save it to a file and open that.");
        } else if (body.size() > LARGEST_IMAGE) {
            sentence("The picture has " + Amounts.bytes(body.size()) + ", too much for a preview. Save it to a file and open that.");
        } else {
            loading.submit(() -> {
                var picture = picture(body);
                return () -> picture.image == null ? new EmptyState(Octicons.EYE_24, picture.problem) : view(picture.image);
            });
        }
    }

    private static Picture picture(StoredBody body) throws IOException {
        var bytes = bytes(body);
        var pixels = ImageSize.pixels(bytes);
        if (pixels > MOST_PIXELS) {
            return new Picture(null, String.format(java.util.Locale.ROOT, "The picture has %,d million pixels, too many for a preview. Save it to a file and open that.", pixels / 1_000_000));
        }
        var image = new Image(new java.io.ByteArrayInputStream(bytes));
        return image.isError() ? new Picture(null, "The picture is damaged and cannot be shown. Raw shows its bytes.") : new Picture(image, "");
    }

    private static byte[] bytes(StoredBody body) throws IOException {
        try (var in = body.open()) {
            return in.readAllBytes();
        }
    }

    private Node view(Image image) {
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        var holder = new StackPane(view);
        holder.getStyleClass().add("picture");
        var scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.viewportBoundsProperty().addListener((_, _, room) -> view.setFitWidth(Math.clamp(room.getWidth() - 2 * MARGIN, 1, image.getWidth())));
        return scroll;
    }
}
