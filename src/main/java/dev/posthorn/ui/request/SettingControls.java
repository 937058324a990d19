package dev.posthorn.ui.request;

import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import dev.posthorn.ui.request.SettingControl.Edit;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;

/// The simple controls of the settings form: on or off, a number, the version of HTTP.
final class SettingControls {

    private SettingControls() {}

    static final class OnOff implements SettingControl {

        private final Setting.Flag flag;
        private final CheckBox box = new CheckBox();

        OnOff(Setting.Flag flag, Edit edit) {
            this.flag = flag;
            box.setAccessibleText(flag.label());
            box.setOnAction(_ -> edit.apply(now -> now.with(flag.which().key(), flag.inverted() != box.isSelected())));
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(Settings effective, Settings own) {
            box.setSelected(effective.flag(flag.which().key()).map(on -> flag.inverted() != on).orElse(flag.preset()));
        }
    }

    /// Empty where the level says nothing; then the number that holds stands there in grey.
    static final class Count implements SettingControl {

        private final Setting.Number number;
        private final TextField field = new TextField();
        private final HBox row;

        Count(Setting.Number number, Edit edit) {
            this.number = number;
            field.setPrefColumnCount(6);
            field.setAccessibleText(number.label());
            field.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,9}") ? c : null));
            field.textProperty().subscribe((_, text) -> edit.apply(now -> now.with(number.which().key(), text.isEmpty() ? null : Integer.valueOf(text))));
            var unit = new Label(number.unit());
            unit.getStyleClass().add("muted");
            row = new HBox(8, field, unit);
            row.getStyleClass().add("link-row");
        }

        @Override
        public Node node() {
            return row;
        }

        @Override
        public void show(Settings effective, Settings own) {
            field.setPromptText(Integer.toString(effective.number(number.which().key()).orElse(number.preset())));
            var wanted = own.number(number.which().key()).map(String::valueOf).orElse("");
            if (!field.getText().equals(wanted) && !same(field.getText(), wanted)) {
                field.setText(wanted);
            }
        }

        /// "007" is being typed, and is 7.
        private static boolean same(String typed, String wanted) {
            return !typed.isEmpty() && !wanted.isEmpty() && Integer.parseInt(typed) == Long.parseLong(wanted);
        }
    }

    static final class HttpVersion implements SettingControl {

        private enum Choice {
            AUTO("Automatic", "auto", false), ONE("HTTP/1.1", "http1", false), TWO("HTTP/2", "http2", false), PRIOR("HTTP/2, also without TLS", "http2", true);

            private final String label;
            private final String word;
            private final boolean prior;

            Choice(String label, String word, boolean prior) {
                this.label = label;
                this.word = word;
                this.prior = prior;
            }

            @Override
            public String toString() {
                return label;
            }

            static Choice of(Settings settings) {
                return switch (String.valueOf(settings.values().get(Switch.VERSION.key()))) {
                    case "http1" -> ONE;
                    case "http2" -> settings.flag(Switch.PRIOR_KNOWLEDGE.key()).orElse(false) ? PRIOR : TWO;
                    default -> AUTO;
                };
            }
        }

        private final ChoiceBox<Choice> box = new ChoiceBox<>();

        HttpVersion(Setting.Version version, Edit edit) {
            box.getItems().setAll(Choice.values());
            box.setAccessibleText(version.label());
            box.setPrefWidth(220);
            box.getSelectionModel().selectedItemProperty().subscribe(choice -> {
                if (choice != null) {
                    edit.apply(now -> now.with(Switch.VERSION.key(), choice.word).with(Switch.PRIOR_KNOWLEDGE.key(), choice.prior ? true : null));
                }
            });
        }

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(Settings effective, Settings own) {
            box.getSelectionModel().select(Choice.of(effective));
        }
    }
}
