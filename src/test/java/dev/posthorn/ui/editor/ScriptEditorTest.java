package dev.posthorn.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.js.Sandbox;
import dev.posthorn.js.Syntax;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Script;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ScriptEditorTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Syntax SYNTAX = new Syntax(SANDBOX);
    private ScriptEditor editor;
    private Stage stage;

    @AfterAll
    static void end() {
        SANDBOX.close();
    }

    @BeforeEach
    void open() {
        var scopes = new Scopes(List.of(Scope.of("environment Demo", List.of(Entry.of("token", "abc"), Entry.of("host", "x"))), Scope.of("globals", List.of(Entry.of("region", "eu")))));
        editor = OnFx.get(() -> new ScriptEditor(Script.Phase.TEST,
                new ScriptEditor.Surroundings(() -> scopes, () -> List.of("Get order", "Delete order"), SYNTAX::check, new Background(task -> Thread.ofVirtual().start(task)))));
        stage = OnFx.show(editor, 700, 400);
        OnFx.run(editor::requestFocus);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private String text() {
        return OnFx.get(editor::text);
    }

    private List<String> offered() {
        return OnFx.get(() -> editor.completion().showing() ? editor.completion().offered().stream().map(Offer::label).toList() : List.<String>of());
    }

    private void show(String text) {
        OnFx.run(() -> {
            editor.show(text);
            editor.editor().area().moveTo(text.length());
        });
    }

    private void caret(int at) {
        OnFx.run(() -> editor.editor().area().moveTo(at));
    }

    @Test
    void membersAreOfferedBehindADotAndTakenWithTheKeyboard() {
        OnFx.type(stage, "pm.");
        OnFx.until("the members of pm", () -> offered().contains("environment") && offered().contains("sendRequest"));
        OnFx.type(stage, "env");
        OnFx.until("what fits", () -> offered().equals(List.of("environment")));
        OnFx.press(stage, KeyCode.TAB);
        OnFx.type(stage, ".");
        OnFx.until("the members of a scope", () -> offered().contains("get") && offered().contains("replaceIn"));
        OnFx.type(stage, "set");
        OnFx.until("set is there already, so Enter means the text", () -> offered().getFirst().equals("set"));
        OnFx.press(stage, KeyCode.ESCAPE);
        OnFx.until("it is closed", () -> offered().isEmpty());
        OnFx.type(stage, "(\"");
        OnFx.until("the variables of the environment alone", () -> offered().equals(List.of("token", "host")));
        OnFx.type(stage, "to");
        OnFx.until("what fits", () -> offered().equals(List.of("token")));
        OnFx.press(stage, KeyCode.ENTER);
        assertEquals("pm.environment.set(\"token\")", text());
    }

    @Test
    void whatIsTypedInFullIsNotTakenByEnter() {
        OnFx.type(stage, "pm.response.code");
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "x");
        assertEquals("pm.response.code\nx", text());
    }

    @Test
    void chainsAliasesAndAnswersOfRequestsAreFollowed() {
        var offers = new ScriptOffers(ScriptApi.load(), Script.Phase.TEST, Scopes::none, List::of);
        for (var line : """
                pm.response.to.have.sta|                            status
                pm.expect(f("a)", [1])).to.be.abo|                  above
                pm.test.sk|                                         skip
                pm.response.headers.upse|                           upsert
                pm?.cookies.jar().getA|                             getAll
                const r = pm.response;\\nr.js|                      json
                const h = pm.request.headers;\\nh.rem|              remove
                pm.sendRequest(u, (err, res) => {\\n  res.respT|    responseTime
                _.gB|                                               groupBy
                console.w|                                          warn
                postman.setNe|                                      setNextRequest
                "pm.|
                // pm.|
                1.|
                foo.|
                pm.environment.get('a').|""".lines().toList()) {
            var typed = line.substring(0, line.indexOf('|')).replace("\\n", "\n");
            var expected = line.substring(line.indexOf('|') + 1).strip();
            assertEquals(expected, offers.at(typed, typed.length(), false).offers().stream().map(Offer::label).findFirst().orElse(""), line);
        }
    }

    @Test
    void snippetsAreOfferedByNameAndTabGoesFromMarkToMark() {
        OnFx.type(stage, "stat");
        OnFx.press(stage, KeyCode.SPACE, KeyCode.CONTROL);
        OnFx.until("the snippet is offered", () -> offered().contains("status"));
        OnFx.press(stage, KeyCode.ENTER);
        assertEquals("200", OnFx.get(() -> editor.editor().area().getSelectedText()));
        OnFx.run(() -> editor.editor().area().replaceSelection("404"));
        OnFx.press(stage, KeyCode.TAB);
        assertEquals("pm.test(\"Status is 404\", () => {\n  pm.response.to.have.status(404);\n});", text());
        OnFx.press(stage, KeyCode.TAB);
        OnFx.type(stage, "!");
        assertTrue(text().contains("status(404!)"), text());
    }

    @Test
    void everySnippetIsAScript() {
        for (var snippet : Snippet.load()) {
            assertEquals("", SYNTAX.check(Snippet.plain(snippet.code())).map(Throwable::getMessage).orElse(""), snippet.id());
            assertEquals(List.of(), new MemberCheck(ScriptApi.load()).check(Snippet.plain(snippet.code()), Tokenizers.of("javascript").tokens(Snippet.plain(snippet.code()))), snippet.id());
        }
    }

    @Test
    void aMistakeIsUnderlinedAtItsLineAndGoesWithIt() {
        show("const a = 1;\nif (a {\n}\n");
        OnFx.until("it is found", () -> editor.problems().size() == 1);
        assertEquals("SyntaxError: Expected ) but found {.", OnFx.get(() -> editor.problems().getFirst().sentence()));
        OnFx.until("it is underlined", () -> editor.editor().area().getStyleOfChar(19).contains("problem-error"));
        OnFx.until("it is told below", () -> editor.lookup("#script-problem") != null && editor.lookupAll("#script-problem .hyperlink").stream().anyMatch(n -> ((javafx.scene.control.Hyperlink) n).getText().equals("Line 2")));
        OnFx.run(() -> editor.editor().area().insertText(18, ")"));
        OnFx.until("it is gone", () -> editor.problems().isEmpty() && editor.lookup("#script-problem") == null);
    }

    @Test
    void membersThatAreNotThereAreSaidWithTheOneThatMayBeMeant() {
        var code = "pm.enviroment.set('a', 1); // pm.nothing\nconst s = 'pm.nothing';\npm.response.headers.gett('x');\npm.own = 1; pm.own.x();\npm.response.json().anything.at.all;\npm.environment.get('a').x; pm.expect(1).to.be.odd; superpm.x; x.pm.y; pm.environment.set;";
        var found = new MemberCheck(ScriptApi.load()).check(code, Tokenizers.of("javascript").tokens(code));
        assertEquals("pm.enviroment is not there; did you mean pm.environment?\npm.response.headers.gett is not there; did you mean pm.response.headers.get?",
                found.stream().map(Problem::sentence).collect(Collectors.joining("\n")));
        assertEquals("enviroment", code.substring(found.getFirst().start(), found.getFirst().end()));
    }

    @Test
    void faultsOfTheLastRunStayAtTheirLineWhileOthersChange() {
        show("f();\npm.response.json().a.b;\n");
        OnFx.run(() -> editor.ran(List.of(Problem.at(editor.text(), 2, 22, Problem.Kind.ERROR, Problem.Source.RUN, "TypeError: no b"))));
        assertEquals(1, OnFx.get(() -> editor.problems().size()));
        caret(0);
        OnFx.type(stage, "g();");
        assertEquals("b", OnFx.get(() -> editor.text().substring(editor.problems().getFirst().start(), editor.problems().getFirst().end())));
        caret(text().indexOf("b;") + 1);
        OnFx.type(stage, "c");
        assertTrue(OnFx.get(() -> editor.problems().isEmpty()));
    }

    @Test
    void linesAreCommentedMovedCopiedAndIndented() {
        show("a\n  b\nc");
        OnFx.run(() -> editor.editor().area().selectRange(0, 5));
        OnFx.press(stage, KeyCode.SLASH, KeyCode.CONTROL);
        assertEquals("// a\n//   b\nc", text());
        OnFx.press(stage, KeyCode.SLASH, KeyCode.CONTROL);
        assertEquals("a\n  b\nc", text());
        caret(0);
        OnFx.press(stage, KeyCode.DOWN, KeyCode.ALT);
        assertEquals("  b\na\nc", text());
        OnFx.press(stage, KeyCode.DOWN, KeyCode.ALT, KeyCode.SHIFT);
        assertEquals("  b\na\na\nc", text());
        OnFx.run(() -> editor.editor().area().selectAll());
        OnFx.press(stage, KeyCode.TAB);
        assertEquals("    b\n  a\n  a\n  c", text());
        OnFx.press(stage, KeyCode.TAB, KeyCode.SHIFT);
        assertEquals("  b\na\na\nc", text());
        show("if (x) {\n  f();\n  ");
        OnFx.type(stage, "}");
        assertEquals("if (x) {\n  f();\n}", text());
        show("");
        OnFx.type(stage, "f('`");
        assertEquals("f('`')", text());
    }

    @Test
    void findAndReplaceKnowCaseWordsAndExpressions() {
        show("id ID idx (1) (22)");
        OnFx.press(stage, KeyCode.H, KeyCode.CONTROL);
        type("#find", "id");
        assertEquals("1 of 3", count());
        toggle("#find-word");
        assertEquals("2", count().substring(5));
        toggle("#find-case");
        assertEquals("1 of 1", count());
        type("#replace", "key");
        press("#replace-one");
        assertEquals("key ID idx (1) (22)", text());
        toggle("#find-word");
        toggle("#find-regex");
        type("#find", "\\((\\d+)\\)");
        type("#replace", "[$1]");
        press("#replace-all");
        assertEquals("key ID idx [1] [22]", text());
        type("#find", "((");
        assertTrue(count().startsWith("not a regular expression"), count());
        OnFx.press(stage, KeyCode.ESCAPE);
        assertFalse(OnFx.get(() -> editor.lookup("#replace") != null));
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL);
        assertEquals("key ID idx (1) (22)", text());
    }

    @Test
    void anExpressionThatNeverEndsIsGivenUp() throws Exception {
        var search = new TextSearch("(a|aa)+\\1c", true, false, true);
        org.junit.jupiter.api.Assertions.assertThrows(TextSearch.Unsearchable.class, () -> search.in("a".repeat(80)));
    }

    private void type(String field, String text) {
        OnFx.run(() -> ((TextField) editor.lookup(field)).setText(text));
    }

    private void toggle(String button) {
        OnFx.run(() -> ((ToggleButton) editor.lookup(button)).fire());
    }

    private void press(String button) {
        OnFx.run(() -> ((Button) editor.lookup(button)).fire());
    }

    private String count() {
        return OnFx.get(() -> ((Label) editor.lookup("#find-count")).getText());
    }
}
