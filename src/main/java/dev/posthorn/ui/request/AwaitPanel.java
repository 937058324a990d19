package dev.posthorn.ui.request;

import dev.posthorn.model.Await;
import dev.posthorn.model.Check;
import dev.posthorn.model.Settings;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Awaiting;
import dev.posthorn.workbench.RowFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Sends the request again until its answer says what is awaited: on or off, the condition, how often, how long, and one sentence of what will happen.
final class AwaitPanel extends VBox {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Lens<Settings> settings;
    private final UnaryOperator<String> resolve;
    private final CheckBox on = new CheckBox("Send again until");
    private final PickButton<Check.Subject> subject = new PickButton<>("What is looked at", Check.Subject::label, s -> condition(c -> c.withSubject(s)));
    private final PickButton<Check.Operator> operator = new PickButton<>("How it is compared", Check.Operator::words, o -> condition(c -> c.withOperator(o)));
    private final TypedSlot of;
    private final TypedSlot expected;
    private final TextField interval = seconds("await-interval", "Seconds between two tries");
    private final TextField timeout = seconds("await-timeout", "Seconds of all tries together");
    private final Label sentence = new Label();
    private Await now = new Await(CheckRow.BLANK, Await.INTERVAL, Await.TIMEOUT);
    private boolean showing;

    AwaitPanel(Lens<Settings> settings, Variables variables, UnaryOperator<String> resolve) {
        this.settings = settings;
        this.resolve = resolve;
        of = new TypedSlot(variables, "Name or path", text -> condition(c -> c.withOf(text)));
        expected = new TypedSlot(variables, "Expected", text -> condition(c -> c.withExpected(text)));
        setId("await");
        getStyleClass().add("await-panel");
        setSpacing(8);
        var title = new Label("Await");
        title.getStyleClass().add("panel-title");
        on.setId("await-on");
        on.setMinWidth(USE_PREF_SIZE);
        on.setOnAction(_ -> keep());
        subject.setMinWidth(CheckRow.SUBJECT);
        operator.setMinWidth(CheckRow.OPERATOR);
        HBox.setHgrow(of, Priority.ALWAYS);
        HBox.setHgrow(expected, Priority.ALWAYS);
        of.getStyleClass().add("boxed");
        expected.getStyleClass().add("boxed");
        var condition = new HBox(8, subject, of, operator, expected);
        condition.setAlignment(Pos.CENTER_LEFT);
        var times = new HBox(8, word("every"), interval, word("s, for at most"), timeout, word("s"));
        times.setAlignment(Pos.CENTER_LEFT);
        sentence.setId("await-sentence");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("small");
        interval.textProperty().subscribe((_, text) -> timed(text, now.timeout(), true));
        timeout.textProperty().subscribe((_, text) -> timed(text, now.interval(), false));
        getChildren().addAll(title, on, condition, times, sentence);
    }

    private static TextField seconds(String id, String what) {
        var field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(5);
        field.setAccessibleText(what);
        return field;
    }

    private static Label word(String text) {
        var label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void condition(UnaryOperator<Check> change) {
        if (!showing) {
            now = new Await(change.apply(now.until()), now.interval(), now.timeout());
            draw();
            keep();
        }
    }

    private void timed(String text, Duration other, boolean ofInterval) {
        if (!showing) {
            time(text).ifPresent(time -> {
                now = ofInterval ? new Await(now.until(), time, other) : new Await(now.until(), other, time);
                keep();
            });
            say();
        }
    }

    /// Empty where the text is no time between 50 ms and a day.
    private static Optional<Duration> time(String text) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,6}(\\.\\d{0,3})?")) {
            return Optional.empty();
        }
        var time = Duration.ofMillis(new BigDecimal(plain).movePointRight(3).longValue());
        return time.toMillis() >= 50 && time.compareTo(LONGEST) <= 0 ? Optional.of(time) : Optional.empty();
    }

    private void keep() {
        if (showing) {
            return;
        }
        var untouched = !on.isSelected() && now.equals(new Await(CheckRow.BLANK, Await.INTERVAL, Await.TIMEOUT));
        settings.replace(s -> Await.into(s, untouched ? null : now, on.isSelected()));
        say();
    }

    void show() {
        var own = settings.now();
        var kept = Await.kept(own).orElse(new Await(CheckRow.BLANK, Await.INTERVAL, Await.TIMEOUT));
        showing = true;
        on.setSelected(Await.of(own).isPresent());
        if (!kept.equals(now) || interval.getText().isEmpty()) {
            now = kept;
            number(interval, kept.interval());
            number(timeout, kept.timeout());
        }
        draw();
        showing = false;
        say();
    }

    private static void number(TextField field, Duration time) {
        if (!time(field.getText()).equals(Optional.of(time))) {
            field.setText(new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString());
        }
    }

    private void draw() {
        var until = now.until();
        subject.show(until.subject(), List.of(Check.Subject.values()));
        operator.show(until.operator(), until.subject().operators());
        of.show(until.of(), until.subject().example());
        expected.show(until.expected(), until.operator().prompt());
    }

    /// What will happen at the next send.
    private void say() {
        var fault = RowFault.of(now.until(), resolve);
        var wrongTime = time(interval.getText()).isEmpty() ? "every" : time(timeout.getText()).isEmpty() ? "for at most" : "";
        var wrong = on.isSelected() && (fault.isPresent() || !wrongTime.isEmpty());
        sentence.getStyleClass().removeAll("warning", "muted");
        sentence.getStyleClass().add(wrong ? "warning" : "muted");
        sentence.setText(!on.isSelected() ? "Sent once. Switch this on for answers that are ready only later, such as the state of a job."
                : !wrongTime.isEmpty() ? "\"" + wrongTime + "\" needs seconds from 0.05 to 86400; what was there before counts."
                : fault.orElseGet(this::promise));
    }

    private String promise() {
        return "Sent again every " + Awaiting.words(now.interval()) + " until " + now.until().sentence() + ", for at most " + Awaiting.words(now.timeout())
                + ". The tests then judge the last answer.";
    }

    void recolour() {
        of.recolour();
        expected.recolour();
        say();
    }
}
