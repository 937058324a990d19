package dev.posthorn.ui.request;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Check;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Settings;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Checks;
import dev.posthorn.workbench.TabState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Tests without code: a table of what each answer must be, and the waiting for one that is so. The rows are judged after each send, in the window and in
/// runs, and while they are edited by the answer that is there already.
final class AssertionsTab implements RequestTab {

    /// Larger answers are only judged when somebody asks for it.
    private static final long JUDGED_WHILE_TYPING = 1 << 20;

    /// So begins what is said of an answer that was awaited in vain, which is no row.
    private static final String AWAITED = "awaited ";

    private static final List<Check> EXAMPLES = List.of(new Check(true, Check.Subject.STATUS, "", Check.Operator.EQUALS, "2xx"),
            new Check(true, Check.Subject.TIME, "", Check.Operator.BELOW, "500"));

    private final Lens<Settings> settings;
    private final RequestServices services;
    private final CheckTable table;
    private final AwaitPanel await;
    private final Label summary = new Label();
    private final Button tryNow = new Button("Try on the last answer");
    private final HBox examples = new HBox(8);
    private final ScrollPane scroll;
    private final PauseTransition soon = new PauseTransition(Duration.millis(300));
    private final Background.Latest<List<Assertion>> judging;
    private Outcome.Received answer;

    AssertionsTab(Lens<Settings> settings, RequestServices services, Variables variables) {
        this.settings = settings;
        this.services = services;
        table = new CheckTable(variables, this::resolve, this::edited);
        await = new AwaitPanel(settings, variables, this::resolve);
        judging = services.background().latest(this::judged, e -> summary.setText("The last answer cannot be judged: " + e.getMessage()));
        soon.setOnFinished(_ -> judge());
        summary.setId("checks-summary");
        summary.getStyleClass().add("small");
        summary.setMinWidth(0);
        tryNow.setId("try-checks");
        tryNow.getStyleClass().add("quiet-button");
        tryNow.setMinWidth(Region.USE_PREF_SIZE);
        Tips.on(tryNow, "Judge the rows by the answer below, without sending");
        tryNow.setOnAction(_ -> judge());
        scroll = new ScrollPane(new VBox(bar(), table, examples(), await));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("quiet-scroll");
        answered(null);
    }

    private HBox bar() {
        var name = new Label("Assertions");
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, name, summary, gap, tryNow);
        bar.getStyleClass().add("table-bar");
        return bar;
    }

    /// While there is no row: what this is for, and two rows to begin with.
    private Node examples() {
        examples.setId("check-examples");
        examples.getStyleClass().add("check-examples");
        var words = new Label("Tests without code. Begin with");
        words.getStyleClass().addAll("muted", "small");
        words.setMinWidth(0);
        examples.getChildren().add(words);
        EXAMPLES.forEach(example -> {
            var button = new Button(example.sentence());
            button.getStyleClass().add("quiet-button");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> add(example));
            examples.getChildren().add(button);
        });
        return examples;
    }

    private void add(Check check) {
        var all = new ArrayList<>(table.checks());
        all.add(check);
        settings.replace(s -> Check.into(s, all));
        show();
        table.focusFirst();
        judgeSoon();
    }

    private String resolve(String text) {
        return text.contains("{{") ? services.scopes().resolve(text).text() : text;
    }

    private void edited(List<Check> checks) {
        settings.replace(s -> Check.into(s, checks));
        none(checks);
        judgeSoon();
    }

    private void none(List<Check> checks) {
        examples.setVisible(checks.isEmpty());
        examples.setManaged(checks.isEmpty());
        tryNow.setDisable(answer == null || checks.isEmpty());
        if (checks.isEmpty()) {
            summary.setText("");
        }
    }

    private void judgeSoon() {
        if (answer != null && answer.response().body() != null && answer.response().body().size() <= JUDGED_WHILE_TYPING) {
            soon.playFromStart();
        }
    }

    private void judge() {
        var asked = answer;
        var checks = table.checks();
        if (asked != null && !checks.isEmpty()) {
            var scopes = services.scopes();
            judging.submit(() -> Checks.judge(checks, asked, text -> scopes.resolve(text).text()));
        }
    }

    private void judged(List<Assertion> verdicts) {
        var byName = new LinkedHashMap<String, Assertion>();
        verdicts.forEach(v -> byName.put(v.name(), v));
        table.judged(byName);
        var failed = verdicts.stream().filter(v -> v.verdict() == Assertion.Verdict.FAILED).count();
        var passed = verdicts.stream().filter(v -> v.verdict() == Assertion.Verdict.PASSED).count();
        summary.getStyleClass().removeAll("muted", "checks-fail", "checks-hold");
        summary.getStyleClass().add(failed > 0 ? "checks-fail" : passed > 0 ? "checks-hold" : "muted");
        summary.setText(verdicts.isEmpty() ? "" : failed > 0 ? failed + " of " + verdicts.size() + " failed" : passed == verdicts.size() ? "all " + passed + " hold" : "not judged");
    }

    @Override
    public void state(TabState state) {
        switch (state) {
            case TabState.Idle() -> answered(null);
            case TabState.Sending _ -> { }
            case TabState.Done(var outcome, var report) -> {
                answered(outcome instanceof Outcome.Received received ? received : null);
                var rows = report.checks().stream().filter(a -> !a.name().startsWith(AWAITED)).toList();
                judged(rows);
                if (rows.isEmpty()) {
                    judgeSoon();
                }
            }
        }
    }

    private void answered(Outcome.Received received) {
        soon.stop();
        judging.forget();
        answer = received;
        if (received == null) {
            judged(List.of());
            table.judged(Map.of());
        }
        none(table.checks());
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show() {
        var before = table.checks();
        table.show(Check.of(settings.now()));
        none(table.checks());
        if (!table.checks().equals(before)) {
            // A test was made of a value of the answer, or an edit taken back.
            judgeSoon();
        }
        await.show();
    }

    @Override
    public void environmentChanged() {
        table.recolour();
        await.recolour();
    }

    @Override
    public void focusFirst() {
        table.focusFirst();
    }
}
