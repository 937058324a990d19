package dev.posthorn.ui.response;

import dev.posthorn.model.Response;
import dev.posthorn.text.JsonPlace;
import dev.posthorn.text.Lines;
import dev.posthorn.text.Pretty;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.text.Watch;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.workbench.TestIdea;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.octicons.Octicons;

/// The body of an answer: laid out, as it came, or as its reader would see it; with find, copy and save.
final class BodyTab extends BorderPane implements BodyLoader.Listener {

    private enum Mode { PRETTY, RAW, PREVIEW }

    private final Background background;
    private final BodyLoader loader;
    private final BodySaver saver;
    private final TextView view = new TextView();
    private final FindBar find;
    private final Preview preview;
    private final StackPane centre = new StackPane();
    private final Label kindLabel = new Label();
    private final Notice notice = new Notice();
    private final ToggleGroup modes = new ToggleGroup();
    private final ToggleButton pretty = segment("mode-pretty", "Pretty", Mode.PRETTY);
    private final ToggleButton raw = segment("mode-raw", "Raw", Mode.RAW);
    private final ToggleButton seen = segment("mode-preview", "Preview", Mode.PREVIEW);
    private final ToggleButton wrap = new ToggleButton("Wrap");
    private final Region spacer = new Region();

    private Mode mode = Mode.PRETTY;
    private boolean presenting;
    private Response response;
    private String url = "";
    private BodyLoader.Loaded body;

    private final TestMenu tests;
    private final Background.Latest<TestIdea> making;
    private TestIdea.Form form = TestIdea.Form.ASSERTION;

    BodyTab(Background background, Path scratch, SaveTarget target, TestMenu tests) {
        this.tests = tests;
        this.making = background.latest(idea -> tests.made(idea, form), error -> notice.say("No test can be made of this: " + error.getMessage() + "."));
        this.background = background;
        this.loader = new BodyLoader(background, scratch);
        this.saver = new BodySaver(background, target, notice::say);
        this.find = new FindBar(view, background);
        this.preview = new Preview(background);
        view.setId("body-text");
        view.caret().says(notice::say);
        view.caret().readsBehind(background);
        view.setOnContextMenuRequested(event -> {
            if (!event.isKeyboardTrigger() && view.caret().empty()) {
                var there = view.placeAt(event.getX(), event.getY());
                view.caret().select(there, there);
            }
            menu().show(view, event.getScreenX(), event.getScreenY());
        });
        StackPane.setAlignment(find, Pos.TOP_RIGHT);
        StackPane.setMargin(find, new Insets(4, 20, 0, 0));
        setTop(toolbar());
        setCenter(centre);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        modes.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                modes.selectToggle(before);
            } else if (now.getUserData() instanceof Mode chosen && body != null) {
                chose(chosen);
            }
        });
        pretty.setSelected(true);
    }

    private ToggleButton segment(String id, String text, Mode of) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setUserData(of);
        button.setToggleGroup(modes);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node toolbar() {
        var segments = new HBox(pretty, raw, seen);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        segments.setMinWidth(USE_PREF_SIZE);
        kindLabel.setId("body-kind");
        kindLabel.getStyleClass().add("muted");
        kindLabel.setMinWidth(0);
        wrap.setId("wrap");
        wrap.getStyleClass().add("quiet");
        Tips.on(wrap, "Wrap long lines");
        wrap.setMinWidth(USE_PREF_SIZE);
        view.wrapProperty().bind(wrap.selectedProperty());
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var bar = new HBox(
                segments, kindLabel, wrap, notice, spacer, Icons.button(Octicons.SEARCH_16, "Find (Ctrl+F)", this::openFind),
                Icons.button(Octicons.CLIPPY_16, "Copy the body", this::copyAll), Icons.button(Octicons.DOWNLOAD_16, "Save the body to a file", this::save));
        bar.getStyleClass().add("body-bar");
        return bar;
    }

    /// Shows the body of `answer`; it stays readable until another one is shown.
    void show(Response answer, String ofUrl) {
        response = answer;
        url = ofUrl;
        loader.load(answer, this);
    }

    void clear() {
        making.forget();
        loader.forget();
        preview.clear();
        response = null;
        body = null;
        view.show(null);
        find.lines(null);
        centre.getChildren().clear();
        kindLabel.setText("");
        notice.clear();
    }

    /// Puts the keyboard into the text.
    void focus() {
        view.requestFocus();
    }

    @Override
    public void loaded(BodyLoader.Loaded now) {
        var before = body;
        var position = view.position();
        body = now;
        notice.clear();
        kindLabel.setText(now.kind().sentence());
        pretty.setDisable(!now.kind().text());
        present();
        if (before != null && !now.prettyComes() && before.kind().label().equals(now.kind().label())) {
            view.position(position);
        }
        if (!now.result().whole()) {
            notice.keep(broken(now.result()));
        }
    }

    @Override
    public void grew() {
        view.grew();
        find.grew();
    }

    @Override
    public void formatting(int percent) {
        if (body != null && body.prettyComes()) {
            notice.keep("Laying out … " + percent + " %");
        }
    }

    @Override
    public void formatted(Lines laidOut, Pretty.Result result) {
        var untouched = view.position().equals(Viewport.Position.START) && view.caret().empty() && !find.isVisible();
        body = new BodyLoader.Loaded(body.kind(), body.raw(), laidOut, result, false);
        notice.clear();
        if (mode == Mode.PRETTY && untouched) {
            present();
        } else if (mode == Mode.PRETTY) {
            notice.offer("Laid out.", "Show it", this::present);
        }
        if (!result.whole()) {
            notice.keep(broken(result));
        }
    }

    @Override
    public void failed(String sentence) {
        if (body == null) {
            centre.getChildren().setAll(new EmptyState(Octicons.ALERT_24, sentence));
        } else {
            notice.keep(sentence);
        }
    }

    private String broken(Pretty.Result result) {
        return String.format(java.util.Locale.ROOT, "Not valid %s from byte %,d on: the rest is shown as it came.", body.kind().label(), result.brokenAt());
    }

    private void chose(Mode chosen) {
        if (chosen != mode && !presenting) {
            mode = chosen;
            present();
        }
    }

    /// What the chosen mode means for this body: a picture has no text to lay out, so it is previewed.
    private Mode effective() {
        return switch (body.kind().shape()) {
            case TEXT -> mode;
            case IMAGE -> mode == Mode.RAW ? Mode.RAW : Mode.PREVIEW;
            case BINARY -> mode == Mode.PREVIEW ? Mode.PREVIEW : Mode.RAW;
            case EMPTY -> Mode.RAW;
        };
    }

    private void present() {
        var effective = effective();
        presenting = true;
        modes.selectToggle(switch (effective) {
            case PRETTY -> pretty;
            case RAW -> raw;
            case PREVIEW -> seen;
        });
        presenting = false;
        if (body.kind().shape() == BodyKind.Shape.EMPTY) {
            view.show(null);
            find.lines(null);
            centre.getChildren().setAll(new EmptyState(Octicons.INFO_24, "The answer has no body."));
            return;
        }
        if (effective == Mode.PREVIEW) {
            preview.show(body.kind(), response.body());
            centre.getChildren().setAll(preview);
            return;
        }
        text(effective);
        if (!centre.getChildren().contains(view)) {
            centre.getChildren().setAll(view, find);
        }
    }

    private void text(Mode effective) {
        var lines = effective == Mode.PRETTY && body.pretty() != null ? body.pretty() : body.raw();
        if (lines == null) {
            view.show(new HexParagraphs(new BodySource(response.body())));
        } else {
            view.show(new TextParagraphs(lines, Tokenizers.lexer(effective == Mode.PRETTY ? body.kind().language() : "text")));
        }
        find.lines(lines);
    }

    private void key(KeyEvent event) {
        if (event.getTarget() == view && tests.key(event, this::makeTest)) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            openFind();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && find.isVisible()) {
            find.close();
            event.consume();
        }
    }

    /// Opens the find bar over the text; a body that is no text has none.
    void openFind() {
        if (body == null) {
            return;
        }
        if (body.raw() == null) {
            notice.say("Find works in text; this body is " + body.kind().label() + ".");
            return;
        }
        if (effective() == Mode.PREVIEW) {
            modes.selectToggle(pretty);
        }
        find.open();
    }

    /// Copies the text as it is shown, up to the limit of a selection.
    private void copyAll() {
        if (body == null || body.raw() == null) {
            notice.say(body == null ? "There is no body to copy." : "Only text can be copied. Save the body to a file.");
            return;
        }
        var lines = mode == Mode.PRETTY && body.pretty() != null ? body.pretty() : body.raw();
        var text = new TextParagraphs(lines, Tokenizers.lexer("text"));
        var last = Math.max(0, text.count() - 1);
        background.run(() -> Caret.text(text, Place.START, new Place(last, Integer.MAX_VALUE), Caret.MOST_COPIED), copied -> {
            var content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
            notice.say(copied.length() >= Caret.MOST_COPIED
                    ? "Copied the first 10 million characters. Save the body to a file to have all of it."
                    : "Copied " + Amounts.count(copied.length(), "character") + ".");
        }, error -> notice.say("The body cannot be read: " + error.getMessage() + "."));
    }

    private void save() {
        if (body == null || body.kind().shape() == BodyKind.Shape.EMPTY) {
            notice.say("There is no body to save.");
        } else {
            saver.save(response.body(), FileNames.of(response, url, body.kind()));
        }
    }

    /// The lines that are in view; null where it is no text.
    private Lines shown() {
        return body == null || body.raw() == null || effective() == Mode.PREVIEW ? null : effective() == Mode.PRETTY && body.pretty() != null ? body.pretty() : body.raw();
    }

    /// Makes a test of the JSON value at the caret.
    private void makeTest(TestIdea.Form wanted) {
        var lines = shown();
        if (lines == null || !body.kind().language().equals("json")) {
            notice.say("A test is made of a value in JSON; this body is " + (body == null ? "not there." : "none."));
            return;
        }
        form = wanted;
        var caret = view.caret().from();
        making.submit(() -> TestIdea.ofJson(JsonPlace.at(lines.source(), lines.byteAt(caret.paragraph(), caret.offset()), Watch.none())));
    }

    private ContextMenu menu() {
        var copy = new MenuItem("Copy");
        copy.setDisable(view.caret().empty());
        copy.setOnAction(_ -> view.caret().copy());
        var all = new MenuItem("Select all");
        all.setOnAction(_ -> view.caret().selectAll());
        var search = new MenuItem("Find");
        search.setOnAction(_ -> openFind());
        var keep = new MenuItem("Save to file …");
        keep.setOnAction(_ -> save());
        var menu = new ContextMenu(copy, all, new SeparatorMenuItem(), search, keep);
        if (tests.wanted() && shown() != null && body.kind().language().equals("json")) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(tests.items("", this::makeTest));
        }
        return menu;
    }
}
