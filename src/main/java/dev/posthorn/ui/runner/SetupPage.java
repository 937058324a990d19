package dev.posthorn.ui.runner;

import dev.posthorn.store.RunSetup;
import dev.posthorn.ui.kit.Icons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What shall be run and how: the requests with their order on one side, environment, iterations, data file and switches on the other.
final class SetupPage extends SplitPane {

    private static final double NARROW = 640;
    private static final int HOUR = 3_600_000;

    private final RunnerServices services;
    private final Runnable changed;
    private final RequestOrder order;
    private final ChoiceBox<Environment> environment = new ChoiceBox<>();
    private final NumberField rounds = new NumberField("run-rounds", 1, 100_000, 1);
    private final NumberField delay = new NumberField("run-delay", 0, HOUR, 0);
    private final DataPreview data;
    private final CheckBox bail = box("run-bail", "Stop at the first failure");
    private final CheckBox cookies = box("run-cookies", "Keep cookies between iterations");
    private final NumberField lanes = new NumberField("run-lanes", 1, 64, 1);
    private final NumberField timeout = new NumberField("run-timeout", 0, HOUR, 0);
    private final NumberField scripts = new NumberField("run-scripts", 0, HOUR, 0);
    private final CheckBox insecure = box("run-insecure", "Do not verify certificates");
    private final VBox advanced = new VBox();
    private final Button fold = new Button("Advanced");
    private Path file;
    private List<Map<String, Object>> rows = List.of();
    private boolean reading;
    private boolean unreadable;
    private String chosen = "";

    /// @param name null for the one that the window uses
    private record Environment(String name, String shown) {
        @Override
        public String toString() {
            return shown;
        }
    }

    SetupPage(RunnerServices services, Runnable changed) {
        this.services = services;
        this.changed = changed;
        getStyleClass().addAll("editor-split", "run-setup");
        order = new RequestOrder(changed);
        data = new DataPreview(new DataPreview.Events() {
            @Override
            public void choose() {
                services.chooseFile("Choose a data file").ifPresent(SetupPage.this::use);
            }

            @Override
            public void use(Path dropped) {
                SetupPage.this.use(dropped);
            }
        });
        cookies.setSelected(true);
        environment.setId("run-environment");
        environment.setMaxWidth(Double.MAX_VALUE);
        var form = new ScrollPane(form());
        form.setFitToWidth(true);
        form.getStyleClass().addAll("sheet-scroll", "run-form-scroll");
        form.setMinWidth(200);
        order.setMinWidth(200);
        getItems().setAll(order, form);
        setDividerPositions(0.54);
        widthProperty().subscribe(width -> {
            var wanted = width.doubleValue() > 0 && width.doubleValue() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
            if (getOrientation() != wanted) {
                setOrientation(wanted);
                setDividerPositions(wanted == Orientation.VERTICAL ? 0.45 : 0.54);
            }
        });
    }

    private Node form() {
        var grid = grid();
        row(grid, 0, "Environment", environment);
        row(grid, 1, "Iterations", rounds);
        row(grid, 2, "Delay", unit(delay, "ms between two requests"));
        row(grid, 3, "Data file", data);
        advanced();
        var switches = new VBox(8, bail, cookies);
        switches.getStyleClass().add("run-switches");
        var form = new VBox(grid, switches, fold, advanced);
        form.getStyleClass().add("run-form");
        return form;
    }

    private void advanced() {
        fold.getStyleClass().add("fold");
        fold.setId("run-advanced");
        fold.setOnAction(_ -> unfold(!advanced.isVisible()));
        var grid = grid();
        row(grid, 0, "At once", unit(lanes, "iterations side by side"));
        row(grid, 1, "Request limit", unit(timeout, "ms; 0 for none"));
        row(grid, 2, "Script limit", unit(scripts, "ms; 0 as usual"));
        advanced.getChildren().addAll(grid, insecure);
        advanced.getStyleClass().add("run-advanced");
        unfold(false);
    }

    private void unfold(boolean open) {
        fold.setGraphic(Icons.of(open ? Octicons.CHEVRON_DOWN_16 : Octicons.CHEVRON_RIGHT_16));
        advanced.setVisible(open);
        advanced.setManaged(open);
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("run-grid");
        return grid;
    }

    private static void row(GridPane grid, int row, String words, Node control) {
        var label = new Label(words);
        label.setMinWidth(92);
        label.getStyleClass().add("run-label");
        if (control instanceof Region region) {
            label.setLabelFor(region);
        }
        grid.add(label, 0, row);
        grid.add(control, 1, row);
        GridPane.setHgrow(control, javafx.scene.layout.Priority.ALWAYS);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    }

    private static HBox unit(Region field, String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(0);
        var box = new HBox(8, field, label);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        field.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static CheckBox box(String id, String text) {
        var box = new CheckBox(text);
        box.setId(id);
        return box;
    }

    /// Fills the page for the first time.
    void show(RunSubject subject, RunSetup setup) {
        follow(subject, RunChoice.of(subject, setup.order(), setup.left()), setup.environment());
        rounds.value(setup.rounds());
        delay.value(setup.delay());
        bail.setSelected(setup.bail());
        cookies.setSelected(setup.keepCookies());
        lanes.value(setup.lanes());
        timeout.value(setup.timeout());
        scripts.value(setup.scripts());
        insecure.setSelected(setup.insecure());
        unfold(setup.lanes() > 1 || setup.timeout() > 0 || setup.scripts() > 0 || setup.insecure());
        if (setup.data() != null) {
            read(setup.data(), false);
        }
    }

    /// The collection or the environments changed meanwhile: what was chosen stays.
    void follow(RunSubject subject) {
        var now = setup();
        // The order on the screen counts, also where it is that of the tree before the change.
        follow(subject, RunChoice.of(subject, now.order(), now.left()), now.environment());
    }

    private void follow(RunSubject subject, List<RunChoice> choices, String wanted) {
        order.show(choices, subject.requests().stream().map(i -> i.id()).toList());
        var names = new ArrayList<Environment>();
        names.add(new Environment(null, "As in the window (" + (subject.chosen().isEmpty() ? "none" : subject.chosen()) + ")"));
        names.add(new Environment("", "None"));
        subject.environments().forEach(name -> names.add(new Environment(name, name)));
        chosen = subject.chosen();
        environment.getItems().setAll(names);
        environment.setValue(names.stream().filter(e -> Objects.equals(e.name(), wanted)).findFirst().orElse(names.getFirst()));
    }

    private void use(Path chosenFile) {
        if (chosenFile == null) {
            file = null;
            rows = List.of();
            unreadable = false;
            reading = false;
            data.none();
            rounds.value(1);
            changed.run();
        } else {
            read(chosenFile, true);
        }
    }

    private void read(Path wanted, boolean setRounds) {
        file = wanted;
        rows = List.of();
        reading = true;
        unreadable = false;
        data.reading(wanted);
        changed.run();
        services.background().run(() -> services.data(wanted), read -> {
            if (wanted.equals(file)) {
                reading = false;
                rows = read.rows();
                unreadable = rows.isEmpty();
                if (rows.isEmpty()) {
                    data.bad(wanted, "There are no rows in it.");
                } else {
                    data.rows(wanted, read);
                    if (setRounds) {
                        rounds.value(rows.size());
                    }
                }
                changed.run();
            }
        }, e -> {
            if (wanted.equals(file)) {
                reading = false;
                unreadable = true;
                data.bad(wanted, e instanceof IOException && e.getMessage() != null ? e.getMessage() : "It cannot be read: " + e);
                changed.run();
            }
        });
    }

    RunSetup setup() {
        var left = order.choices().stream().filter(c -> !c.on().get()).map(c -> c.item().id()).collect(Collectors.toSet());
        return new RunSetup(order.order(), left, environment.getValue() == null ? null : environment.getValue().name(), rounds.value(), delay.value(), file, bail.isSelected(),
                cookies.isSelected(), lanes.value(), timeout.value(), scripts.value(), insecure.isSelected());
    }

    List<RunChoice> requests() {
        return order.chosen();
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /// The environment that would be used; empty for none.
    String environmentName() {
        return environment.getValue() == null || environment.getValue().name() == null ? chosen : environment.getValue().name();
    }

    /// Why it cannot be run as it is; empty where it can.
    String obstacle() {
        return reading ? "The data file is being read." : unreadable ? "The data file cannot be used." : order.chosen().isEmpty() ? "No request is ticked." : "";
    }

    void focusFirst() {
        order.focusList();
    }
}
