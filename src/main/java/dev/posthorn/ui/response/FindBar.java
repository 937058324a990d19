package dev.posthorn.ui.response;

import dev.posthorn.text.Lines;
import dev.posthorn.text.Search;
import dev.posthorn.text.Watch;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import java.util.List;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Finds a text in the body: counts, goes to the next and the previous place; `:120` goes to line 120. Enter, Shift+Enter, Esc.
final class FindBar extends HBox {

    /// The most places that are found and marked.
    private static final int MOST = 50_000;

    private final TextView view;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Background.Latest<Search.Found> searches;
    private final Background.Latest<OptionalLong> jumps;
    private Lines lines;
    private List<Search.Match> matches = List.of();
    private boolean more;
    private int current = -1;
    private Order order = new Order();

    FindBar(TextView view, Background background) {
        this.view = view;
        this.searches = background.latest(this::found, error -> count.setText("cannot read"));
        this.jumps = background.latest(this::jump, error -> count.setText("cannot read"));
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("find-field");
        field.setPromptText("Find, or :line");
        field.setPrefColumnCount(16);
        count.setId("find-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(90);
        getChildren().addAll(
                field, count, Icons.button(Octicons.CHEVRON_UP_16, "Previous (Shift+Enter)", () -> go(-1)),
                Icons.button(Octicons.CHEVRON_DOWN_16, "Next (Enter)", () -> go(1)), Icons.button(Octicons.X_16, "Close (Esc)", this::close));
        field.textProperty().addListener(_ -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
    }

    /// The text to search from now on; null where there is none. An open search is done again.
    void lines(Lines text) {
        lines = text;
        if (text == null) {
            dismiss();
        } else if (isVisible()) {
            search();
        }
    }

    /// More of the text is known.
    void grew() {
        if (isVisible() && matches.size() < MOST && lines != null && lines.extent().complete()) {
            search();
        }
    }

    void open() {
        setVisible(true);
        var selected = view.caret().empty() || view.caret().from().paragraph() != view.caret().to().paragraph() ? "" : view.caret().selected();
        if (!selected.isEmpty() && selected.length() < 200) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
        search();
    }

    void close() {
        dismiss();
        view.requestFocus();
    }

    private void dismiss() {
        order.stopped = true;
        searches.forget();
        setVisible(false);
        clear("");
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void clear(String text) {
        matches = List.of();
        more = false;
        current = -1;
        count.setText(text);
        view.mark(matches, -1);
    }

    private void search() {
        order.stopped = true;
        searches.forget();
        var wanted = field.getText();
        if (wanted.isEmpty() || lines == null) {
            clear("");
        } else if (wanted.matches(":\\d{1,18}")) {
            clear("");
            var text = lines;
            var line = Long.parseLong(wanted.substring(1));
            jumps.submit(() -> OptionalLong.of(text.paragraphOfLine(line)));
        } else {
            var mine = new Order();
            var text = lines;
            order = mine;
            count.setText("searching …");
            searches.submit(() -> Search.find(text, wanted, MOST, mine));
        }
    }

    private void jump(OptionalLong paragraph) {
        paragraph.ifPresent(number -> {
            view.caret().select(new Place(number, 0), new Place(number, 0));
            view.reveal(number, 0);
        });
    }

    private void found(Search.Found found) {
        matches = found.matches();
        more = found.more();
        var top = view.position().paragraph();
        current = matches.isEmpty() ? -1 : 0;
        for (var i = 0; i < matches.size(); i++) {
            if (matches.get(i).paragraph() >= top) {
                current = i;
                break;
            }
        }
        show();
    }

    private void go(int by) {
        if (!matches.isEmpty()) {
            current = Math.floorMod(current + by, matches.size());
            show();
        }
    }

    private void show() {
        if (current < 0) {
            clear("no match");
            return;
        }
        count.setText(String.format(java.util.Locale.ROOT, "%,d of %,d%s", current + 1, matches.size(), more ? "+" : ""));
        view.mark(matches, current);
        view.reveal(matches.get(current).paragraph(), matches.get(current).start());
    }

    /// One search, until another one takes its place.
    private static final class Order implements Watch {

        private volatile boolean stopped;

        @Override
        public boolean stopped() {
            return stopped;
        }

        @Override
        public void passed(long bytes) {}
    }
}
