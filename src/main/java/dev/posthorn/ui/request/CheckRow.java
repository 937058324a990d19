package dev.posthorn.ui.request;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Check;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.RowFault;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// One row of the Assertions table: switch, what is looked at, how, what is expected, and what the last answer had.
final class CheckRow extends HBox {

    static final Check BLANK = new Check(true, Check.Subject.JSON_PATH, "", Check.Operator.EQUALS, "");
    static final double GRIP = 18;
    static final double SWITCH = 26;
    static final double SUBJECT = 130;
    static final double OPERATOR = 132;
    static final double REMOVE = 30;

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    /// The parts of a row that the keyboard can be in.
    enum Part { SWITCH, SUBJECT, OF, OPERATOR, EXPECTED, REMOVE }

    private final Consumer<Check> changed;
    private final HBox grip = new HBox(Icons.of(Octicons.GRABBER_16));
    private final CheckBox on = new CheckBox();
    private final PickButton<Check.Subject> subject;
    private final TypedSlot of;
    private final PickButton<Check.Operator> operator;
    private final TypedSlot expected;
    private final Label result = new Label();
    private final javafx.scene.control.Button remove;
    private String told = "";
    private Check check = BLANK;

    /// @param changed hears of the row after each edit
    /// @param gone    the row is to be taken away
    CheckRow(Variables variables, Consumer<Check> changed, Runnable gone) {
        this.changed = changed;
        subject = new PickButton<>("What is looked at", Check.Subject::label, s -> edit(c -> c.withSubject(s)));
        operator = new PickButton<>("How it is compared", Check.Operator::words, o -> edit(c -> c.withOperator(o)));
        of = new TypedSlot(variables, "Name or path", text -> edit(c -> c.withOf(text)));
        expected = new TypedSlot(variables, "Expected", text -> edit(c -> c.withExpected(text)));
        remove = Icons.button(Octicons.X_16, "Remove this row (Alt+Delete)", gone);
        getStyleClass().addAll("row-cell", "check-row");
        setAlignment(Pos.CENTER_LEFT);
        grip.setCursor(Cursor.MOVE);
        grip.getStyleClass().add("grip");
        on.setAccessibleText("Row is on");
        on.setOnAction(_ -> edit(c -> c.withEnabled(on.isSelected())));
        result.getStyleClass().add("check-result");
        result.setMaxWidth(Double.MAX_VALUE);
        Tips.on(result, () -> told);
        fixed(grip, GRIP);
        fixed(subject, SUBJECT);
        fixed(operator, OPERATOR);
        fixed(remove, REMOVE);
        on.setMinWidth(SWITCH);
        on.setPrefWidth(SWITCH);
        for (var wide : List.of(of, expected, result)) {
            wide.setPrefWidth(0);
            wide.setMinWidth(wide == result ? 24 : 48);
            HBox.setHgrow(wide, Priority.ALWAYS);
        }
        getChildren().setAll(grip, on, subject, of, operator, expected, result, remove);
        show(BLANK);
    }

    private static void fixed(Region part, double width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
    }

    Check check() {
        return check;
    }

    boolean blank() {
        return check.withEnabled(true).equals(BLANK);
    }

    Node grip() {
        return grip;
    }

    private void edit(UnaryOperator<Check> change) {
        var now = change.apply(check);
        if (!now.equals(check)) {
            show(now);
            changed.accept(now);
        }
    }

    /// Shows this row; what is shown already does not move.
    void show(Check now) {
        check = now;
        on.setSelected(now.enabled());
        subject.show(now.subject(), List.of(Check.Subject.values()));
        operator.show(now.operator(), now.subject().operators());
        of.show(now.of(), now.subject().example());
        expected.show(now.expected(), now.operator().prompt());
        pseudoClassStateChanged(OFF, !now.enabled());
        var blank = blank();
        on.setVisible(!blank);
        grip.setVisible(!blank);
        remove.setVisible(!blank);
    }

    /// What the last answer had for this row; null where it was not judged. A row that can never be judged says why.
    void judged(Assertion judged, UnaryOperator<String> resolve) {
        var wrong = blank() || !check.enabled() ? null : RowFault.of(check, resolve).orElse(null);
        var verdict = blank() || !check.enabled() ? null : judged;
        result.getStyleClass().removeAll("holds", "fails", "wrong");
        if (wrong != null) {
            say("! " + wrong, wrong, "wrong");
        } else if (verdict == null) {
            say("", "", "none");
        } else {
            switch (verdict.verdict()) {
                case PASSED -> say("✓", "It holds for the last answer.", "holds");
                case SKIPPED -> say("skipped", "Nothing was sent, or it was cancelled.", "none");
                case FAILED -> say("✗ " + found(verdict.error().message()), verdict.error().message(), "fails");
            }
        }
    }

    private static String found(String message) {
        var at = message.indexOf(", found ");
        return at < 0 ? message : message.substring(at + ", found ".length());
    }

    private void say(String words, String whole, String style) {
        result.setText(words);
        result.getStyleClass().add(style);
        result.setAccessibleText(whole);
        told = whole;
    }

    void recolour() {
        of.recolour();
        expected.recolour();
    }

    /// Where the keyboard is in this row; null where it is elsewhere.
    Part part() {
        return !isFocusWithin() ? null : on.isFocused() ? Part.SWITCH : subject.isFocused() ? Part.SUBJECT : of.isFocusWithin() ? Part.OF
                : operator.isFocused() ? Part.OPERATOR : expected.isFocusWithin() ? Part.EXPECTED : Part.REMOVE;
    }

    void focus(Part part) {
        switch (part) {
            case SWITCH -> on.requestFocus();
            case SUBJECT -> subject.requestFocus();
            case OF -> {
                if (of.isDisabled()) {
                    operator.requestFocus();
                } else {
                    of.edit();
                }
            }
            case OPERATOR -> operator.requestFocus();
            case EXPECTED -> {
                if (expected.isDisabled()) {
                    operator.requestFocus();
                } else {
                    expected.edit();
                }
            }
            case REMOVE -> remove.requestFocus();
        }
    }
}
