package dev.posthorn.ui.api;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Tips;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// All methods of an API on one page: their list with a search, the form of one, what it answers, and its call as code that follows the form.
public final class ApiPane extends BorderPane {

    private static final double WIDE = 1000;
    private static final int REMEMBERED = 50;

    private final ApiServices services;
    private final MethodList methods;
    private final SplitPane split = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final SplitPane right = new SplitPane();
    private final BorderPane below = new BorderPane();
    private final TabStrip strip = new TabStrip();
    private final TabStrip.Tab answerTab = strip.add("api-tab-answer", "Answer");
    private final TabStrip.Tab codeTab = strip.add("api-tab-code", "Code");
    private final BorderPane formPlace = new BorderPane();
    private final BorderPane answerPlace = new BorderPane();
    private final CodeBox code;
    private final Label badge = new Label();
    private final Label name = new Label();
    private final Label address = new Label();
    private final Button send = new Button("Send");
    private final Button save = new Button("Save as request");
    private final Map<ApiMethod, MethodForm> forms = new HashMap<>();
    private ApiMethod now;
    private boolean sending;

    public ApiPane(ApiServices services) {
        this.services = services;
        methods = new MethodList(services.background(), this::choose);
        setId("api-pane");
        getStyleClass().add("api-pane");
        getStylesheets().add(Theme.sheet(ApiPane.class, "api.css"));
        code = new CodeBox(services.background(), services::tell);
        send.setId("api-send");
        send.getStyleClass().add("accent");
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(_ -> sendOrCancel());
        Tips.on(send, "Send (Ctrl+Enter)");
        save.setId("api-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        name.getStyleClass().add("api-title");
        name.setMinWidth(0);
        address.getStyleClass().addAll("muted", "small", "mono");
        address.setMinWidth(0);
        address.setId("api-address");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        badge.setMinWidth(USE_PREF_SIZE);
        var top = new HBox(8, badge, name, gap, save, send);
        top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var head = new VBox(4, top, address);
        head.getStyleClass().add("api-head");
        formPlace.setTop(head);
        formPlace.setMinWidth(0);
        answerPlace.setMinWidth(0);
        answerPlace.setId("api-answer");
        middle.setOrientation(Orientation.VERTICAL);
        right.setOrientation(Orientation.VERTICAL);
        below.getStyleClass().add("api-below");
        below.setTop(strip);
        strip.selectedProperty().subscribe(this::below);
        strip.select(answerTab);
        SplitPane.setResizableWithParent(methods, false);
        widthProperty().subscribe(width -> arrange(width.doubleValue() >= WIDE));
        arrange(false);
        setCenter(split);
        empty();
    }

    /// Where there is room the answer and the code stand beside the form, else one of them below it.
    private void arrange(boolean wide) {
        if (wide == split.getItems().contains(right) && !split.getItems().isEmpty()) {
            return;
        }
        split.getItems().clear();
        middle.getItems().clear();
        right.getItems().clear();
        below.setCenter(null);
        if (wide) {
            right.getItems().setAll(answerPlace, code);
            split.getItems().setAll(methods, formPlace, right);
            // Once more when it has its width: it grows after this, and would give all of that to the form.
            split.setDividerPositions(0.2, 0.56);
            Fx.later(() -> {
                if (split.getItems().size() == 3) {
                    split.setDividerPositions(0.2, 0.56);
                }
            });
        } else {
            below(strip.selected());
            middle.getItems().setAll(formPlace, below);
            middle.setDividerPositions(0.54);
            split.getItems().setAll(methods, middle);
            split.setDividerPositions(0.28);
        }
    }

    private void below(TabStrip.Tab tab) {
        if (!split.getItems().contains(right)) {
            below.setCenter(tab == codeTab ? code : answerPlace);
        }
    }

    private void empty() {
        formPlace.setCenter(new EmptyState(Octicons.LIST_UNORDERED_16, "Choose a method on the left: its parameters are a form here."));
        send.setDisable(true);
        save.setDisable(true);
    }

    /// Shows these methods; the chosen one stays where it is still there, with what was typed.
    public void show(List<ApiMethod> all) {
        methods.show(all);
        forms.keySet().retainAll(all);
        if (all.isEmpty()) {
            formPlace.setCenter(new EmptyState(Octicons.LIST_UNORDERED_16, "This collection has no requests, so there is no method to show."));
        } else if (now == null || !all.contains(now)) {
            methods.choose(now == null ? all.getFirst() : all.stream().filter(m -> m.name().equals(now.name())).findFirst().orElse(all.getFirst()));
        }
    }

    /// The method that is shown; null for none.
    public ApiMethod chosen() {
        return now;
    }

    /// Shows the method of the request with that id.
    public void choose(String item, List<ApiMethod> all) {
        all.stream().filter(m -> m.item().equals(item)).findFirst().ifPresent(methods::choose);
    }

    private void choose(ApiMethod method) {
        now = method;
        if (forms.size() > REMEMBERED) {
            forms.clear();
        }
        var form = forms.computeIfAbsent(method, m -> new MethodForm(m, services.variables(m), services.background(), this::edited));
        Methods.show(badge, method.request().method());
        name.setText(method.name());
        var content = new VBox(8);
        content.getStyleClass().add("api-content");
        if (!method.about().isBlank() && !method.about().equals(method.name())) {
            var about = new Label(method.about().strip());
            about.setWrapText(true);
            about.setMinHeight(USE_PREF_SIZE);
            about.getStyleClass().add("api-about");
            content.getChildren().add(about);
        }
        content.getChildren().add(form);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("api-scroll");
        formPlace.setCenter(scroll);
        send.setDisable(false);
        save.setDisable(false);
        // After the form has its place: both together would hold the window up.
        Fx.later(() -> answer(method));
        Fx.later(this::edited);
    }

    private void answer(ApiMethod method) {
        if (method == now) {
            answerPlace.setCenter(services.answer(method));
            sending(method, services.sending(method));
        }
    }

    private void edited() {
        if (now != null && forms.containsKey(now)) {
            var filled = forms.get(now).filled();
            address.setText(filled.url());
            code.write(filled, services.code(now));
        }
    }

    /// Values of variables may be others now.
    public void follow() {
        edited();
    }

    public void send() {
        if (now != null && !sending) {
            var wrong = forms.get(now).wrong();
            if (wrong > 0) {
                services.tell(wrong == 1 ? "One field is not as the method wants it; it was sent all the same." : wrong + " fields are not as the method wants them; it was sent all the same.");
            }
            strip.select(answerTab);
            services.send(now, forms.get(now).filled());
        }
    }

    private void sendOrCancel() {
        if (sending) {
            services.cancel(now);
        } else {
            send();
        }
    }

    private void save() {
        services.save(now, forms.get(now).filled());
    }

    /// @param method whose send began or ended
    public void sending(ApiMethod method, boolean on) {
        if (method.equals(now)) {
            sending = on;
            send.setText(on ? "Cancel" : "Send");
        }
    }
}
