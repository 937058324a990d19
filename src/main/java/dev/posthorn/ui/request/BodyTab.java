package dev.posthorn.ui.request;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Language;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.EntryTable;
import dev.posthorn.ui.kit.TableOptions;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.octicons.Octicons;

/// The body in one of its modes; what was typed in the others stays as long as the tab lives.
final class BodyTab implements RequestTab {

    private final Draft<Request> draft;
    private final RequestServices services;
    private final Variables variables;
    private final ToggleGroup modes = new ToggleGroup();
    private final Map<String, RadioButton> buttons = new LinkedHashMap<>();
    private final Map<String, Body> typedBefore = new HashMap<>();
    /// Room for all kinds in one line; where it is less they take two.
    private static final double ALL_KINDS = 600;
    private static final double MARGINS = 32;

    private final ChoiceBox<Language> language = new ChoiceBox<>();
    private final Button beautify = new Button("Beautify");
    private final BorderPane pane = new BorderPane();
    private CodeEditor raw;
    private EntryTable form;
    private PartTable parts;
    private BinaryPane binary;
    private GraphQlPane graphQl;
    private Body shownEmpty;
    private boolean openAnyway;
    private boolean showing;

    BodyTab(Draft<Request> draft, RequestServices services, Variables variables) {
        this.draft = draft;
        this.services = services;
        this.variables = variables;
        var kinds = new FlowPane(16, 8,
                mode("none", "none"), mode("formdata", "form-data"), mode("urlencoded", "x-www-form-urlencoded"),
                mode("raw", "raw"), mode("file", "binary"), mode("graphql", "GraphQL"));
        kinds.setAlignment(Pos.CENTER_LEFT);
        pane.widthProperty().subscribe(width -> kinds.setHgap(width.doubleValue() < ALL_KINDS + MARGINS ? 10 : 16));
        kinds.setPrefWrapLength(ALL_KINDS);
        HBox.setHgrow(kinds, Priority.ALWAYS);
        languages();
        beautify.getStyleClass().add("quiet-button");
        beautify.setId("beautify");
        Tips.on(beautify, "Lay the text out for reading (Ctrl+Shift+F)");
        beautify.setOnAction(_ -> raw().beautify());
        var bar = new HBox(16, kinds, language, beautify);
        bar.getStyleClass().add("tab-bar");
        pane.setTop(bar);
    }

    private RadioButton mode(String id, String title) {
        var button = new RadioButton(title);
        button.setId("mode-" + id);
        button.setToggleGroup(modes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> choose(id));
        buttons.put(id, button);
        return button;
    }

    private void languages() {
        language.setId("language");
        language.getItems().setAll(Languages.ALL);
        language.getStyleClass().add("quiet-choice");
        language.setConverter(new StringConverter<>() {
            @Override
            public String toString(Language one) {
                return one == null ? "" : one.label();
            }

            @Override
            public Language fromString(String label) {
                return Languages.TEXT;
            }
        });
        language.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!showing && chosen != null) {
                draft.edit(r -> r.body() instanceof Body.Raw(var text, _) ? r.withBody(new Body.Raw(text, chosen.id())) : r);
            }
        });
    }

    private void choose(String mode) {
        draft.edit(r -> {
            typedBefore.put(r.body().mode(), r.body());
            return r.withBody(typedBefore.getOrDefault(mode, blank(mode)));
        });
    }

    private static Body blank(String mode) {
        return switch (mode) {
            case "raw" -> new Body.Raw("", "json");
            case "formdata" -> new Body.FormData(List.of());
            case "urlencoded" -> new Body.UrlEncoded(List.of());
            case "file" -> new Body.Binary("");
            case "graphql" -> new Body.GraphQl("", "", "");
            default -> Body.none();
        };
    }

    private CodeEditor raw() {
        if (raw == null) {
            raw = new CodeEditor(Languages.TEXT, variables, services.background());
            raw.setId("raw");
            raw.onEdit(text -> draft.edit(r -> r.body() instanceof Body.Raw(_, var of) ? r.withBody(new Body.Raw(text, of)) : r));
        }
        return raw;
    }

    private EntryTable form() {
        if (form == null) {
            form = new EntryTable("Form fields", TableOptions.<Entry>with(variables));
            form.setId("urlencoded");
            form.onChange(rows -> draft.edit(r -> r.withBody(new Body.UrlEncoded(rows))));
        }
        return form;
    }

    private PartTable parts() {
        if (parts == null) {
            parts = new PartTable(variables, services);
            parts.onChange(rows -> draft.edit(r -> r.withBody(new Body.FormData(rows))));
        }
        return parts;
    }

    private BinaryPane binary() {
        if (binary == null) {
            binary = new BinaryPane(variables, services, source -> draft.edit(r -> r.withBody(new Body.Binary(source, r.body() instanceof Body.Binary(_, var content) ? content : ""))));
        }
        return binary;
    }

    private GraphQlPane graphQl() {
        if (graphQl == null) {
            graphQl = new GraphQlPane(variables, services, body -> draft.edit(r -> r.withBody(body)));
        }
        return graphQl;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        var request = draft.value();
        showing = true;
        var body = request.body();
        buttons.get(body.mode()).setSelected(true);
        language.setVisible(body instanceof Body.Raw);
        language.setManaged(language.isVisible());
        beautify.setVisible(body instanceof Body.Raw(_, var of) && Languages.of(of).format().isPresent());
        beautify.setManaged(beautify.isVisible());
        var content = switch (body) {
            case Body.None() -> nothing();
            case Body.Raw(var text, var of) -> raw(text, of);
            case Body.UrlEncoded(var fields) -> {
                form().show(fields);
                yield form();
            }
            case Body.FormData(var rows) -> {
                parts().show(rows);
                yield parts();
            }
            case Body.Binary(var source, var within) -> {
                binary().show(source, within);
                yield binary();
            }
            case Body.GraphQl query -> {
                graphQl().show(query);
                yield graphQl();
            }
        };
        if (pane.getCenter() != content && !(content instanceof EmptyState && body.equals(shownEmpty))) {
            pane.setCenter(content);
        }
        shownEmpty = content instanceof EmptyState ? body : null;
        showing = false;
    }

    private Node nothing() {
        return new EmptyState(Octicons.FILE_16, "This request has no body.").action("Write JSON", () -> {
            choose("raw");
            raw().requestFocus();
        });
    }

    private Node raw(String text, String of) {
        var chosen = Languages.of(of);
        language.getSelectionModel().select(chosen);
        if (raw().language() != chosen) {
            raw().language(chosen);
        }
        if (HeavyText.is(text) && !text.equals(raw().text()) && !openAnyway) {
            return new EmptyState(Octicons.FILE_16, "This body is " + Bytes.brief(text.length()) + " of text. It is sent as it is; editing it here is slow.")
                    .action("Open it in the editor", () -> {
                        openAnyway = true;
                        show();
                    });
        }
        raw().show(text);
        return raw();
    }

    @Override
    public void environmentChanged() {
        if (raw != null) {
            raw.recolour();
        }
        if (form != null) {
            form.recolour();
        }
        if (parts != null) {
            parts.recolour();
        }
        if (binary != null) {
            binary.recolour();
        }
        if (graphQl != null) {
            graphQl.recolour();
        }
    }

    @Override
    public void focusFirst() {
        switch (draft.value().body()) {
            case Body.None() -> buttons.get("none").requestFocus();
            case Body.Raw _ -> raw().requestFocus();
            case Body.UrlEncoded _ -> form().focusFirst();
            case Body.FormData _ -> parts().focusFirst();
            case Body.Binary _ -> binary().requestFocus();
            case Body.GraphQl _ -> graphQl().requestFocus();
        }
    }
}
