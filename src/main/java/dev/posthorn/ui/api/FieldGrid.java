package dev.posthorn.ui.api;

import dev.posthorn.api.Parameter;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Fields below each other: name and type at the left, the input at the right, below it what is wrong and what it means.
final class FieldGrid extends VBox {

    private static final int MOST = 200;
    private static final double STEP = 12;
    private static final long SLICE = 3_000_000;

    /// What the grid tells of.
    interface Events {
        void typed(Parameter parameter, String text);

        /// Another item in a list.
        void add(Parameter list);

        void remove(Parameter item);
    }

    private final Variables variables;
    private final Events events;
    private final Map<String, FieldLine> lines = new HashMap<>();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            draw(SLICE);
        }
    };
    private final Deque<Parameter> rest = new ArrayDeque<>();
    private Map<String, String> values = Map.of();
    private Map<String, String> found = Map.of();
    private int more;
    private boolean showing;

    FieldGrid(Variables variables, Events events) {
        super(6);
        this.variables = variables;
        this.events = events;
    }

    /// The first fields at once, the others a few with each picture of the window.
    ///
    /// @param current what stands in the fields; read again for those that come later
    void show(List<Parameter> parameters, Map<String, String> current) {
        getChildren().clear();
        lines.clear();
        rest.clear();
        rest.addAll(parameters.subList(0, Math.min(MOST, parameters.size())));
        more = parameters.size() - rest.size();
        values = current;
        draw(SLICE);
        if (!rest.isEmpty()) {
            pulse.start();
        }
    }

    /// @param nanos for how long
    private void draw(long nanos) {
        var end = System.nanoTime() + nanos;
        showing = true;
        while (rest.poll() instanceof Parameter next) {
            row(next, values.getOrDefault(next.key(), ""));
            if (System.nanoTime() - end >= 0) {
                break;
            }
        }
        showing = false;
        if (rest.isEmpty()) {
            pulse.stop();
            if (more > 0) {
                getChildren().add(MethodForm.quiet(more + " more fields are in the JSON."));
                more = 0;
            }
        }
    }

    private void row(Parameter parameter, String value) {
        var head = new VBox(name(parameter));
        head.setPadding(new Insets(5, 0, 0, STEP * depth(parameter.name())));
        var type = parameter.type() + (parameter.limits().isEmpty() ? "" : ", " + parameter.limits());
        if (!type.isBlank()) {
            var says = new Label(type);
            says.getStyleClass().addAll("subtle", "small");
            says.setWrapText(true);
            head.getChildren().add(says);
        }
        var input = switch (parameter.role()) {
            case VALUE, FILE -> parameter.choices().isEmpty() ? line(parameter, value) : choice(parameter, value);
            case EITHER -> choice(parameter, value);
            case LIST -> list(parameter, value);
            case ITEM -> new HBox();
        };
        input.setId(id(parameter));
        input.setAccessibleText(parameter.name() + (parameter.required() ? ", needed" : ""));
        var line = new FieldLine(head, removable(parameter) ? removable(parameter, input) : input, parameter.about().isEmpty() ? null : about(parameter));
        line.fault(found.getOrDefault(parameter.key(), ""));
        lines.put(parameter.key(), line);
        getChildren().add(line);
    }

    private static Label name(Parameter parameter) {
        var shown = parameter.where() == Parameter.Where.BODY ? last(parameter.name()) : parameter.name();
        var name = new Label((shown.isEmpty() ? "Items" : shown) + (parameter.required() ? " *" : ""));
        name.setWrapText(true);
        name.getStyleClass().add(parameter.role() == Parameter.Role.ITEM ? "muted" : "api-name");
        dev.posthorn.ui.kit.Tips.on(name, parameter.name() + (parameter.required() ? " is needed" : ""));
        return name;
    }

    private static int depth(String path) {
        return (int) path.chars().filter(sign -> sign == '.' || sign == '[' || sign == '{').count();
    }

    /// The last step of the way through a body.
    private static String last(String path) {
        var item = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        if (item >= 0) {
            return "Item " + (Integer.parseInt(path.substring(item + 1, path.length() - 1)) + 1);
        }
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String id(Parameter parameter) {
        return "api-" + parameter.where().name().toLowerCase(Locale.ROOT) + "-" + parameter.name().replaceAll("[^A-Za-z0-9_-]", "_");
    }

    private static Label about(Parameter parameter) {
        var about = MethodForm.quiet(parameter.about());
        about.getStyleClass().add("small");
        return about;
    }

    private static boolean removable(Parameter parameter) {
        return parameter.where() == Parameter.Where.BODY && parameter.name().endsWith("]") && parameter.role() != Parameter.Role.LIST;
    }

    private Node removable(Parameter item, Node input) {
        var remove = Icons.button(Octicons.X_16, "Remove the item", () -> events.remove(item));
        remove.setId(id(item) + "-remove");
        remove.setFocusTraversable(true);
        HBox.setHgrow(input, Priority.ALWAYS);
        var line = new HBox(4, input, remove);
        line.setAlignment(Pos.CENTER_RIGHT);
        return line;
    }

    private Node line(Parameter parameter, String value) {
        return new ValueField(variables, value, text -> typed(parameter, text));
    }

    private Node choice(Parameter parameter, String value) {
        var box = new ChoiceBox<String>();
        box.getItems().add("");
        box.getItems().addAll(parameter.choices());
        if (!box.getItems().contains(value)) {
            box.getItems().add(value);
        }
        box.setValue(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((_, chosen) -> typed(parameter, chosen == null ? "" : chosen));
        return box;
    }

    private Node list(Parameter parameter, String value) {
        var count = new Label(value.isEmpty() || value.equals("0") ? "No items" : value.equals("1") ? "1 item" : value + " items");
        count.getStyleClass().add("muted");
        var add = new Button("Add an item");
        add.setId(id(parameter) + "-add");
        add.setOnAction(_ -> events.add(parameter));
        var line = new HBox(8, add, count);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void typed(Parameter parameter, String text) {
        if (!showing) {
            events.typed(parameter, text);
        }
    }

    void faults(Map<String, String> wrong) {
        found = wrong;
        lines.forEach((key, line) -> line.fault(wrong.getOrDefault(key, "")));
    }

    /// Takes the keyboard to the field of that name, or to the first below it.
    void focus(String name) {
        draw(Long.MAX_VALUE / 2);
        var at = lookup("#api-body-" + name.replaceAll("[^A-Za-z0-9_-]", "_"));
        var field = at instanceof ValueField || at instanceof ChoiceBox ? at : lookup("#api-body-" + name.replaceAll("[^A-Za-z0-9_-]", "_") + "-add");
        if (field != null) {
            field.requestFocus();
        }
    }
}
