package dev.posthorn.ui.request;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.Draft;
import dev.posthorn.workbench.TabState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Draws each page of the request editor into target/pictures, to look at; run with the benches.
@Tag("bench")
final class RequestPictures {

    private static final Path FOLDER = Path.of("target", "pictures");

    static Request sample() {
        var query = List.of(Entry.of("$top", "{{page}}").withDescription("rows in one answer"), Entry.of("$count", "true"),
                Entry.of("$filter", "Name eq 'Accom'").withEnabled(false), Entry.of("trace", "{{nobody}}"));
        return new Request("GET", "{{creatio}}/0/odata/:entity?$top={{page}}&$count=true&trace={{nobody}}", query,
                List.of(Entry.of("entity", "Account").withDescription("EntitySet")),
                List.of(Entry.of("Accept", "application/json"), Entry.of("X-Token", "{{token}}"), Entry.of("Prefer", "odata.maxpagesize=100").withEnabled(false)),
                new Body.Raw("{\n  \"name\": \"{{page}}\",\n  \"n\": 95,\n  \"secret\": \"{{token}}\",\n  \"bad\": {{nobody}},\n  \"ok\": [true, null]\n}", "json"),
                new Auth("basic", Map.of("username", "{{identity}}", "password", "hunter22")),
                List.of(new Script(Script.Phase.TEST, "pm.test(\"status is 200\", function () {\n  pm.response.to.have.status(200); // ok\n});")),
                dev.posthorn.model.Settings.NONE.with("requestTimeout", 5000).with("followRedirects", false), "# All accounts\nReads **every** account.");
    }

    @Test
    void everyPageInBothThemes() throws IOException {
        Files.createDirectories(FOLDER);
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (var size : new int[][] {{900, 420}, {1280, 420}}) {
                draw(theme, size[0], size[1]);
            }
        }
    }

    private static void draw(Theme theme, int width, int height) throws IOException {
        var services = new FakeServices();
        services.settings = services.settings.with("followAuthorizationHeader", true).with("requestTimeout", 2500);
        services.jar.add(new Cookie("BPMCSRF", "h3.k9", "mycreatio.com", true, "/", null, true, false, "Lax"));
        services.jar.add(new Cookie(".ASPXAUTH", "9F03AB", "mycreatio.com", true, "/0", Instant.parse("2026-12-01T10:00:00Z"), true, true, ""));
        for (var variant : List.of("params", "authorization", "inherited", "kept", "headers", "body", "formdata", "urlencoded", "file", "graphql", "none",
                "scripts", "cookies", "settings", "settings-more", "docs", "sending")) {
            var request = switch (variant) {
                case "inherited" -> sample().withAuth(Auth.INHERIT);
                case "kept" -> sample().withAuth(new Auth("azure", Map.of("accessKey", "AKIA", "secretKey", "zzz", "region", "eu-west-1")));
                case "formdata" -> sample().withBody(new Body.FormData(List.of(Part.text("name", "{{page}}"),
                        Part.text("photo", "").withFiles(List.of("/home/me/pictures/horn.png")).withContentType("image/png").withFileName("brass.png"), Part.text("doc", "").withFile(true))));
                case "urlencoded" -> sample().withBody(new Body.UrlEncoded(List.of(Entry.of("grant_type", "client_credentials"), Entry.of("token", "{{token}}"))));
                case "file" -> sample().withBody(new Body.Binary("pom.xml"));
                case "graphql" -> sample().withBody(new Body.GraphQl("query Q($id: ID!) {\n  user(id: $id) { name }\n}", "{ \"id\": 7 }", ""));
                case "none" -> sample().withBody(Body.none()).withMethod("DELETE");
                case "settings-more" -> sample().withSettings(new dev.posthorn.model.Settings(Map.of("protocolVersion", "http2", "http2PriorKnowledge", true, "strictSSL", "false",
                        "tlsDisabledProtocols", List.of("TLSv1", "TLSv1_2"), "tlsCipherSelection", List.of("TLS_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "HIGH"),
                        "disabledSystemHeaders", Map.of("user-agent", true))));
                case "sending" -> sample().withMethod("PROPFIND");
                default -> sample();
            };
            var page = switch (variant) {
                case "inherited", "kept" -> "authorization";
                case "formdata", "urlencoded", "file", "graphql", "none" -> "body";
                case "sending" -> "params";
                case "settings-more" -> "settings";
                default -> variant;
            };
            var stage = OnFx.get(() -> {
                var pane = new RequestPane(new Draft<>(request), services);
                var scene = new Scene(pane, width, height);
                theme.applyTo(scene);
                var window = new Stage();
                window.setScene(scene);
                window.show();
                pane.select(page);
                if (variant.equals("sending")) {
                    pane.show(new TabState.Sending(Instant.now().minusMillis(1200), 200, 2_000_000, 1_300_000));
                }
                if (variant.equals("params")) {
                    pane.focusUrl();
                }
                return window;
            });
            for (var i = 0; i < 30; i++) {
                OnFx.run(() -> {});
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
            var image = OnFx.get(() -> stage.getScene().snapshot(null));
            OnFx.run(stage::close);
            var pixels = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (var y = 0; y < pixels.getHeight(); y++) {
                for (var x = 0; x < pixels.getWidth(); x++) {
                    pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
                }
            }
            ImageIO.write(pixels, "png", FOLDER.resolve(variant + "-" + theme.name().toLowerCase() + "-" + width + ".png").toFile());
        }
    }
}
