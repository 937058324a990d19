package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// Import: paste anything, drop files, or choose them. What it is, is said at once; then the place is chosen.
final class ImportPanel extends Sheet {
    /// What the panel asks of the window.
    interface Events {
        /// Files or a folder to import; empty where the user went back.
        List<Path> files();

        Optional<Path> folder();

        /// Reads what an address answers with. Blocks.
        Recognised fetch(String url);

        /// Opens a single request in a tab, saved nowhere yet.
        void asDraft(Recognised what);

        void asNew(Recognised what, Path folder);

        void into(Recognised what, FolderChoice target);

        /// Opens files where they lie.
        void inPlace(List<Path> paths);
    }

    private static final Duration PAUSE = Duration.millis(150);

    private final Events events;
    private final Background.Latest<Recognised> reading;
    private final PauseTransition soon = new PauseTransition(PAUSE);
    private final TextArea text = new TextArea();
    private final Label kind = new Label();
    private final Label trouble = words("");
    private final RadioButton draft = new RadioButton("Open in a tab, saved nowhere yet");
    private final RadioButton fresh = new RadioButton("As a new collection in");
    private final RadioButton inside = new RadioButton("Into");
    private final RadioButton place = new RadioButton("Open where it lies, and save there");
    private final TextField folder = new TextField();
    private final ComboBox<FolderChoice> target = new ComboBox<>();
    private final Button go;
    private List<Path> paths = List.of();
    private Recognised what = Recognised.nothing();

    /// `start` is the folder suggested for new collections.
    ImportPanel(Background background, Desk desk, Path start, Events events, Runnable close) {
        super("import-panel", "Import", 640, close);
        this.events = events;
        this.reading = background.latest(this::show, e -> show(new Recognised(List.of(), List.of(), List.of("It could not be read: " + e.getMessage()))));
        text.setId("import-text");
        text.getStyleClass().add("code");
        text.setPromptText("Paste a curl command, JSON, YAML or a URL, or drop files and folders anywhere in the window.\n"
                + "Postman, OpenAPI, Insomnia, Bruno, Hoppscotch, HAR, .http, cURL: the kind is recognised.");
        text.setWrapText(true);
        text.setPrefRowCount(8);
        text.textProperty().subscribe((_, _) -> typed());
        soon.setOnFinished(_ -> read());
        kind.setId("import-kind");
        kind.getStyleClass().addAll("pill", "success");
        trouble.setId("import-trouble");
        go = new Button();
        var choose = new Button("Choose files…");
        choose.setId("import-files");
        choose.setOnAction(_ -> chosen(events.files()));
        var chooseFolder = new Button("Choose a folder…");
        chooseFolder.setOnAction(_ -> events.folder().ifPresent(path -> chosen(List.of(path))));
        var files = new HBox(8, choose, chooseFolder, kind);
        files.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        body(text, files, trouble, targets(desk, start));
        button("import-cancel", "Cancel", close);
        var doIt = accent("import-go", "Import", () -> {
            close.run();
            go();
        });
        doIt.disableProperty().bind(go.disableProperty());
        text.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER && key.isShortcutDown() && !go.isDisabled()) {
                doIt.fire();
                key.consume();
            }
        });
        show(what);
    }

    private GridPane targets(Desk desk, Path start) {
        var group = new ToggleGroup();
        for (var radio : List.of(draft, fresh, inside, place)) {
            radio.setToggleGroup(group);
            radio.setMinWidth(USE_PREF_SIZE);
        }
        draft.setId("import-draft");
        fresh.setId("import-new");
        inside.setId("import-into");
        place.setId("import-place");
        folder.setText(start.toString());
        folder.setId("import-folder");
        folder.focusedProperty().subscribe(on -> select(fresh, on));
        var other = new Button("Choose…");
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(_ -> events.folder().ifPresent(path -> {
            folder.setText(path.toString());
            fresh.setSelected(true);
        }));
        HBox.setHgrow(folder, Priority.ALWAYS);
        target.setId("import-target");
        target.getItems().setAll(FolderChoice.of(desk));
        target.setMaxWidth(Double.MAX_VALUE);
        target.getSelectionModel().select(0);
        target.focusedProperty().subscribe(on -> select(inside, on));
        var grid = new GridPane(12, 8);
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), grow);
        grid.addRow(0, fresh, new HBox(8, folder, other));
        grid.addRow(1, inside, target);
        grid.add(draft, 0, 2, 2, 1);
        grid.add(place, 0, 3, 2, 1);
        return grid;
    }

    private static void select(RadioButton radio, boolean on) {
        if (on && !radio.isDisabled()) {
            radio.setSelected(true);
        }
    }

    private void typed() {
        paths = List.of();
        soon.playFromStart();
    }

    private void read() {
        var typed = text.getText().strip();
        if (typed.isEmpty()) {
            reading.forget();
            show(Recognised.nothing());
        } else if (typed.matches("https?://\\S+")) {
            kind.setText("A URL: fetching …");
            shown(kind, true);
            reading.submit(() -> events.fetch(typed));
        } else if (file(typed).isPresent()) {
            var path = file(typed).get();
            reading.submit(() -> Recognised.files(List.of(path)));
        } else {
            reading.submit(() -> Recognised.text(typed));
        }
    }

    private static Optional<Path> file(String typed) {
        try {
            return typed.length() < 4096 && typed.indexOf('\n') < 0 ? Optional.of(Path.of(typed)).filter(Path::isAbsolute).filter(Files::exists) : Optional.empty();
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// Shows that text as if it was pasted.
    void paste(String pasted) {
        text.setText(pasted);
        soon.stop();
        read();
    }

    /// Reads those files and folders.
    void chosen(List<Path> files) {
        if (!files.isEmpty()) {
            text.setText(String.join("\n", files.stream().map(Path::toString).toList()));
            soon.stop();
            paths = List.copyOf(files);
            reading.submit(() -> Recognised.files(files));
        }
    }

    private void show(Recognised now) {
        what = now;
        var some = !now.sources().isEmpty();
        kind.setText(some ? now.words() : "");
        shown(kind, some);
        trouble.setText(String.join("\n", now.troubles()));
        shown(trouble, !now.troubles().isEmpty());
        go.setDisable(!some);
        draft.setDisable(now.requests() != 1 || now.sources().size() != 1);
        fresh.setDisable(!some);
        inside.setDisable(now.collections().isEmpty() || target.getItems().isEmpty());
        place.setDisable(paths.isEmpty() || now.kinds().stream().noneMatch(k -> k.startsWith("Postman")));
        (!place.isDisabled() ? place : !draft.isDisabled() ? draft : fresh).setSelected(true);
        folder.setDisable(fresh.isDisabled());
        target.setDisable(inside.isDisabled());
    }

    private static void shown(javafx.scene.Node node, boolean show) {
        node.setVisible(show);
        node.setManaged(show);
    }

    private void go() {
        if (place.isSelected()) {
            events.inPlace(paths);
        } else if (draft.isSelected()) {
            events.asDraft(what);
        } else if (inside.isSelected()) {
            events.into(what, target.getValue());
        } else {
            events.asNew(what, Path.of(folder.getText().strip()));
        }
    }

    void focusText() {
        text.requestFocus();
    }
}
