package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the scripts of a run see of each other, and what they do not.
@Timeout(240)
final class ScriptWorldTest {

    private static final ScriptBench BENCH = new ScriptBench();

    @BeforeEach
    void inANewWorld() {
        BENCH.renew();
    }

    @AfterAll
    static void close() {
        BENCH.close();
    }

    private static List<String> said(String code) {
        assertNull(BENCH.run(code).fault());
        return List.copyOf(BENCH.console);
    }

    @Test
    void globalsWithoutDeclarationLastAndDeclaredOnesDoNot() {
        said("utils = {who: () => pm.info.requestName, check: name => pm.test(name, () => {})}; count = 1; var v = 1; function f() {} let l = 1; const c = 1;");
        var ran = BENCH.run("utils.check('by the earlier one'); console.log(utils.who(), ++count, typeof v, typeof f, typeof l, typeof c)");
        assertEquals(List.of(Assertion.passed("by the earlier one")), ran.assertions());
        assertEquals(List.of("Get 2 undefined undefined undefined undefined"), BENCH.console);
    }

    @Test
    void whatWasAddedToTheLanguageAndToLibrariesLasts() {
        said("Array.prototype.final = function () { return this[this.length - 1] }; Date.now = () => 42; require('lodash').mixin({twice: x => x * 2}); JSON.mine = 1");
        assertEquals(List.of("3 42 8 1"), said("console.log([1, 2, 3].final(), Date.now(), require('lodash').twice(4), JSON.mine)"));
    }

    @Test
    void namesThatAreOursMeanWhatTheyMeantInTheNextScript() {
        BENCH.run("pm.mine = console.mine = 1; pm = console = setTimeout = require = JSON = Math = postman = Date = _ = tests = responseBody = 5; delete this.Map; Promise = 6");
        assertEquals(List.of("object object function function object object object function function object string function function undefined undefined"),
                said("console.log(typeof pm, typeof console, typeof setTimeout, typeof require, typeof JSON, typeof Math, typeof postman, typeof Date, typeof _, typeof tests, "
                        + "typeof responseBody, typeof Map, typeof Promise, typeof pm.mine, typeof console.mine)"));
    }

    @Test
    void nothingOfAnEarlierScriptActsInALaterOne() {
        said("earlier = pm; pm.environment.set('x', 1); new Promise(r => settle = r).then(() => earlier.environment.set('late', 1));"
                + "pm.test('called back', done => { finish = done }); pm.test('awaited', () => new Promise(r => settleTest = r));"
                + "tests['old'] = true; again = setInterval(() => { clearInterval(again); pm.test('ticked', () => {}) }, 1)");
        var variables = Variables.none();
        var ran = BENCH.run("earlier.environment.set('late', 2); settle(); finish(); settleTest(); pm.environment.set('own', 3); pm.test('own', () => {})", ScriptBench.LONG, new Cancellation(),
                variables);
        assertEquals(List.of(Assertion.passed("own")), ran.assertions());
        assertEquals("[own]", variables.environment().toMap().keySet().toString());
    }

    @Test
    void namesOfTheAnswerAreThereInTestsAlone() {
        said("responseBody.length; responseCode.code");
        var ran = BENCH.run(Script.Phase.PRE_REQUEST, "console.log(typeof responseBody, typeof responseCode, pm.response, pm.info.eventName)", ScriptBench.LONG, new Cancellation(), Variables.none());
        assertNull(ran.fault());
        assertEquals(List.of("undefined undefined undefined prerequest"), BENCH.console);
        assertEquals(List.of("11 200"), said("console.log(responseBody.length, responseCode.code)"));
    }

    @Test
    void aKilledScriptTakesTheWorldWithItAndAFailedOneDoesNot() {
        said("kept = 1");
        BENCH.run("kept = 2; throw new Error('no')");
        BENCH.run("const = 3");
        assertEquals(List.of("2"), said("console.log(kept)"));
        BENCH.run("while (true) {}", Limits.time(Duration.ofMillis(60)), new Cancellation(), Variables.none());
        assertEquals(List.of("undefined"), said("console.log(typeof kept)"));
    }

    @Test
    void brokenFoundationsAreMendedOrTheWorldIsGivenUp() {
        said("kept = 1");
        BENCH.run("Array.prototype.push = Map.prototype.set = Function.prototype.call = () => { throw new Error('patched') }; Object.prototype.get = 5");
        assertEquals(List.of("1 [ 1, 2 ]"), said("console.log(kept, pm.response.json().a)"));
        BENCH.run("Object.freeze(Object.prototype)");
        assertEquals(List.of("undefined [ 1, 2 ]"), said("console.log(typeof kept, pm.response.json().a)"));
    }
}
