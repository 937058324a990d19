package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class SettingsTabTest {

    private final FakeServices services = new FakeServices();
    private Settings settings = Settings.NONE;
    private SettingsTab tab;
    private Stage stage;

    private void open(Settings own) {
        settings = own;
        tab = OnFx.get(() -> new SettingsTab(new Lens<>(() -> settings, change -> {
            settings = change.apply(settings);
            tab.show();
        }), services));
        stage = OnFx.show((Parent) OnFx.get(tab::node), 900, 900);
        OnFx.run(tab::show);
    }

    @AfterEach
    void close() {
        if (stage != null) {
            OnFx.run(stage::close);
        }
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return OnFx.get(() -> type.cast(tab.node().lookup("#" + id)));
    }

    private String remark(Switch which) {
        var label = find("remark-" + which.key(), Label.class);
        return OnFx.get(() -> label.isVisible() ? label.getText() : "");
    }

    private static void await(BooleanSupplier state) {
        while (!OnFx.get(state::getAsBoolean)) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static List<String> offered() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(w -> w.getScene().getRoot().lookup("#suggestions")).filter(ListView.class::isInstance)
                .flatMap(list -> ((ListView<?>) list).getItems().stream()).map(one -> ((Suggestions.Suggestion) one).label()).toList();
    }

    private static void press(Node target, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private TextField field(Switch which) {
        return find("setting-" + which.key(), TextField.class);
    }

    @Test
    void everyKnownSwitchHasALineOrBelongsToOne() {
        var shown = Setting.all().stream().map(Setting::which).collect(Collectors.toSet());
        var missing = Arrays.stream(Switch.values()).filter(one -> !shown.contains(one)).toList();
        assertEquals(List.of(Switch.PRIOR_KNOWLEDGE), missing);
    }

    @Test
    void theVersionOfHttpIsChosenAndTakenBack() {
        open(Settings.NONE);
        var box = find("setting-protocolVersion", ChoiceBox.class);
        OnFx.run(() -> box.getSelectionModel().selectLast());
        assertEquals(Map.of("protocolVersion", "http2", "http2PriorKnowledge", true), settings.values());
        OnFx.run(() -> box.getSelectionModel().select(1));
        assertEquals(Map.of("protocolVersion", "http1"), settings.values());
        OnFx.run(() -> find("reset-protocolVersion", Hyperlink.class).fire());
        assertEquals(Map.of(), settings.values());
        assertEquals("Automatic", OnFx.get(() -> String.valueOf(box.getValue())));
    }

    @Test
    void tlsVersionsAreTickedWhereTheyAreOfferedAndOthersStayInTheFile() {
        open(Settings.NONE.with("tlsDisabledProtocols", List.of("TLSv1", "SSLv9")));
        var newest = find("setting-tlsDisabledProtocols-TLSv1_3", CheckBox.class);
        assertTrue(OnFx.get(newest::isSelected));
        assertTrue(OnFx.get(find("setting-tlsDisabledProtocols-TLSv1", CheckBox.class)::isDisabled));
        OnFx.run(newest::fire);
        assertEquals(List.of("TLSv1", "SSLv9", "TLSv1_3"), settings.texts("tlsDisabledProtocols"));
        assertTrue(remark(Switch.TLS_OFF).contains("SSLv9"));
        OnFx.run(find("setting-tlsDisabledProtocols-TLSv1_2", CheckBox.class)::fire);
        assertTrue(remark(Switch.TLS_OFF).contains("Nothing is left to offer"));
        OnFx.run(newest::fire);
        assertEquals(List.of("TLSv1", "SSLv9", "TLSv1_2"), settings.texts("tlsDisabledProtocols"));
    }

    @Test
    void ciphersAreOfferedWhileTypedAndUnknownOnesAreSaid() {
        open(Settings.NONE);
        var field = field(Switch.CIPHERS);
        await(() -> {
            field.requestFocus();
            field.setText("HIGH, ecdhe-rsa-aes128-g");
            field.home();
            field.end();
            return offered().contains("ECDHE-RSA-AES128-GCM-SHA256");
        });
        OnFx.run(() -> press(field, KeyCode.DOWN));
        OnFx.run(() -> press(field, KeyCode.ENTER));
        assertEquals("HIGH, ECDHE-RSA-AES128-GCM-SHA256", OnFx.get(field::getText));
        assertEquals(List.of("HIGH", "ECDHE-RSA-AES128-GCM-SHA256"), settings.texts("tlsCipherSelection"));
        OnFx.run(() -> field.setText("ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_128_GCM_SHA256:HIGH"));
        assertEquals(List.of("ECDHE-RSA-AES128-GCM-SHA256", "TLS_AES_128_GCM_SHA256", "HIGH"), settings.texts("tlsCipherSelection"));
        await(() -> remark(Switch.CIPHERS).equals("Not known here: HIGH. Kept, not offered."));
        OnFx.run(field::clear);
        assertEquals(Map.of(), settings.values());
    }

    @Test
    void whatIsInheritedNamesItsLevelAndLeadsThere() {
        services.settings = new Settings(Map.of("requestTimeout", 2500, "tlsCipherSelection", List.of("AES128-SHA"), "strictSSL", "no"));
        open(Settings.NONE);
        assertEquals("2500", OnFx.get(field2("setting-requestTimeout")::getPromptText));
        assertEquals("AES128-SHA", OnFx.get(field(Switch.CIPHERS)::getPromptText));
        assertTrue(OnFx.get(find("setting-strictSSL", CheckBox.class)::isSelected));
        OnFx.run(() -> tab.node().lookupAll(".hyperlink").stream().map(Hyperlink.class::cast).filter(l -> l.getText().equals("inherited from Creatio")).findFirst().orElseThrow().fire());
        assertEquals(List.of("Creatio"), services.visited);
    }

    private TextField field2(String id) {
        return OnFx.get(() -> (TextField) tab.node().lookup("#" + id).lookup(".text-field"));
    }

    @Test
    void aValueThatCannotBeReadIsSaidAndCanBeReset() {
        open(new Settings(Map.of("strictSSL", "false", "maxRedirects", List.of(), "disableCookies", true)));
        assertEquals("\"strictSSL\" is the text \"false\", where true or false is needed: it counts as not set.", remark(Switch.STRICT_SSL));
        assertTrue(OnFx.get(find("setting-strictSSL", CheckBox.class)::isSelected));
        assertFalse(remark(Switch.MAX_REDIRECTS).isEmpty());
        OnFx.run(() -> find("reset-strictSSL", Hyperlink.class).fire());
        assertFalse(settings.values().containsKey("strictSSL"));
        assertEquals("", remark(Switch.STRICT_SSL));
    }

    @Test
    void automaticHeadersAreLeftOutByName() {
        open(Settings.NONE.with("disabledSystemHeaders", Map.of("accept", false)));
        OnFx.run(() -> field(Switch.HEADERS_OFF).setText("user-agent, host"));
        assertEquals(Map.of("accept", false, "user-agent", true, "host", true), settings.values().get("disabledSystemHeaders"));
    }
}
