package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.Script.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What scripts do to the world by `pm` and by the older interface, and what is left when they end.
class PmTest {

    private static final PmRoom ROOM = new PmRoom();
    private final Variables variables = PmRoom.variables();

    @AfterAll
    static void close() {
        ROOM.close();
    }

    private Ran before(String code) {
        return ROOM.run(Phase.PRE_REQUEST, code, variables);
    }

    private Ran after(String code) {
        return ROOM.run(Phase.TEST, code, variables);
    }

    /// What the script printed, a line each.
    private List<String> said(String code) {
        var from = ROOM.said().size();
        var ran = before(code);
        assertNull(ran.fault(), code);
        return ROOM.said().subList(from, ROOM.said().size());
    }

    @Test
    void afterASendWithoutAnAnswerTheResponseIsThereAndEmpty() {
        var from = ROOM.said().size();
        var ran = ROOM.run(new Task(Phase.TEST, "request Lost", """
                console.log([typeof pm.response, pm.response.code, typeof responseBody, JSON.stringify(responseCode), responseTime].join());
                pm.test('status', () => pm.response.to.have.status(200));
                pm.test('body', () => pm.response.json());
                pm.test('code', () => pm.expect(pm.response.code).to.equal(200));
                """, new Task.Info(0, 1, "Lost", "1", List.of("Coll", "Lost")), variables, PmRoom.request(), null, List.of()));
        assertNull(ran.fault());
        assertTrue(ROOM.said().get(from).endsWith("object,,undefined,{},"), ROOM.said().get(from));
        assertEquals(List.of("expected PostmanResponse{ …(5) } to have property 'code'", "\"undefined\" is not valid JSON", "expected undefined to equal 200"),
                ran.assertions().stream().map(a -> a.error().message()).toList());
    }

    @Test
    void editsOfTheRequestComeBack() {
        var request = before("""
                pm.request.url = 'https://api.test/v2/:id?a=1#end';
                pm.request.method = 'patch';
                pm.request.headers.upsert({key: 'x-a', value: 'new'});
                pm.request.headers.add({key: 'Added', value: 'yes'});
                pm.request.headers.remove('content-type');
                pm.request.body.update({mode: 'urlencoded', urlencoded: 'k=v'});
                pm.request.auth.use('basic', {username: 'u'});
                """).request();
        assertEquals("PATCH", request.get("method"));
        var url = (Map<?, ?>) request.get("url");
        assertEquals("https://api.test/v2/:id?a=1#end", url.get("raw"));
        assertEquals(List.of("v2", ":id"), url.get("path"));
        assertEquals(List.of("X-A: 1", "x-a: new", "X-Off: no", "Added: yes"), ((List<?>) request.get("header")).stream().map(h -> ((Map<?, ?>) h).get("key") + ": " + ((Map<?, ?>) h).get("value")).toList());
        assertEquals(List.of(Map.of("key", "k", "value", "v")), ((Map<?, ?>) request.get("body")).get("urlencoded"));
        assertEquals("basic", ((Map<?, ?>) request.get("auth")).get("type"));
    }

    @Test
    void aRequestThatWasOnlyReadOrComesTooLateIsNotChanged() {
        assertNull(before("pm.request.url.toString(); pm.request.headers.get('x-a')").request());
        assertNull(after("pm.request.headers.add({key: 'late', value: '1'})").request());
    }

    @Test
    void variablesOutliveTheScriptWithTheirKind() {
        before("""
                pm.environment.set('o', {a: [1, 'x', null]});
                pm.environment.set('n', 1.5);
                pm.environment.set('u', undefined);
                pm.environment.set('d', new Date(0));
                pm.environment.unset('both');
                pm.globals.set('t', true);
                pm.collectionVariables.clear();
                pm.variables.set('l', 'local');
                postman.setEnvironmentVariable('text', 5);
                """);
        var environment = variables.environment().toMap();
        assertEquals(Map.of("a", java.util.Arrays.asList(1, "x", null)), environment.get("o"));
        assertEquals(1.5, environment.get("n"));
        assertTrue(environment.containsKey("u") && environment.get("u") == null);
        assertEquals("1970-01-01T00:00:00.000Z", environment.get("d"));
        assertFalse(environment.containsKey("both"));
        assertEquals("5", environment.get("text"));
        assertEquals(true, variables.globals().toMap().get("t"));
        assertEquals(Map.of(), variables.collection().toMap());
        assertEquals(Map.of("l", "local"), variables.locals().toMap());
    }

    @Test
    void foldersStandBetweenEnvironmentAndCollection() {
        var folders = new LinkedHashMap<String, Object>(Map.of("onlyColl", "folder", "onlyEnv", "folder", "here", "folder"));
        var from = ROOM.said().size();
        ROOM.run(Phase.PRE_REQUEST, "console.log(['onlyColl', 'onlyEnv', 'here', 'both'].map(n => pm.variables.get(n)).join())", variables.below(folders));
        assertEquals("folder,E,folder,from data", ROOM.said().get(from));
    }

    @Test
    void askedRequestsAnswerByCallbackAndByPromise() {
        var lines = said("""
                pm.sendRequest('http://h/one', function (error, answer, history) {
                  console.log(error, answer.code, answer.status, answer.text(), answer.headers.get('content-type'), history.cookies.get('sent'), this === pm);
                  try { answer.json() } catch (e) { console.log(e.name + ': ' + e.message.split('\\n')[0]) }
                });
                const answer = await pm.sendRequest({url: 'http://h/two', method: 'post', header: {'X-A': '1'}, body: {mode: 'urlencoded', urlencoded: [{key: 'a', value: 'b c'}]},
                  auth: {type: 'basic', basic: {username: 'u'}}});
                console.log(answer.reason(), answer.size().body);
                pm.sendRequest('http://refused/', (error, answer) => console.log(error.message, error.code, answer.code));
                try { await pm.sendRequest('http://refused/') } catch (e) { console.log(String(e)) }
                pm.sendRequest('', (error) => console.log(error.message));
                pm.sendRequest('http://refused/');
                """);
        assertTrue(lines.contains("null 404 Not Found <html>\n<b>é</b> text/html; charset=iso-8859-1 yes true"), lines::toString);
        assertTrue(lines.contains("JSONError: Unexpected token '<' at 1:1"), lines::toString);
        assertTrue(lines.contains("Not Found 15"), lines::toString);
        assertTrue(lines.contains("connect ECONNREFUSED 127.0.0.1:1 ECONNREFUSED undefined"), lines::toString);
        assertTrue(lines.contains("Error: connect ECONNREFUSED 127.0.0.1:1"), lines::toString);
        assertTrue(lines.contains("sendrequest: nothing to request"), lines::toString);
        var two = ROOM.sent().stream().filter(r -> r.get("url").toString().contains("/two")).findFirst().orElseThrow();
        assertEquals("POST", two.get("method"));
        assertEquals(List.of(Map.of("key", "X-A", "value", "1")), two.get("header"));
        assertEquals(List.of(Map.of("key", "a", "value", "b c")), ((Map<?, ?>) two.get("body")).get("urlencoded"));
    }

    @Test
    void filesAreNotSentByScripts() {
        var lines = said("pm.sendRequest({url: 'http://h/files', method: 'POST', body: {mode: 'formdata', formdata: [{key: 'f', type: 'file', src: '/etc/hosts'}, {key: 'a', value: '1'}]}}, () => {})");
        assertEquals(List.of("uploading files from scripts is not allowed"), lines);
        var sent = ROOM.sent().stream().filter(r -> r.get("url").toString().contains("/files")).findFirst().orElseThrow();
        assertEquals(List.of(Map.of("key", "a", "value", "1")), ((Map<?, ?>) sent.get("body")).get("formdata"));
    }

    @Test
    void cookiesOfAnyAddressAreReadAndWritten() {
        assertEquals(List.of("PostmanCookie v%20w", "v w", "1", "jarred,obj", "null", "CookieStore: programmatic access to \"denied\" is denied", "0"), said("""
                const jar = pm.cookies.jar();
                const cookie = await jar.set('http://h/', 'jarred', 'v w');
                console.log(cookie.constructor.name, cookie.value);
                await new Promise((done) => jar.get('http://h/', 'jarred', (error, value) => { console.log(value); done() }));
                await jar.set('http://h/', 'obj=1; Path=/p; HttpOnly');
                console.log(await jar.get('http://h/', 'obj'));
                console.log((await jar.getAll('http://h/')).map(c => c.name).join());
                await jar.unset('http://h/', 'obj');
                console.log(await jar.get('http://h/', 'obj'));
                await jar.get('http://denied/', 'x').catch((e) => console.log(e.message));
                await jar.clear('http://h/');
                console.log((await jar.getAll('http://h/')).count());
                """));
    }

    @Test
    void theVaultDataSetsPackagesAndOtherRequestsAreThere() {
        assertEquals(List.of("undefined s3 undefined", "name | towns second", "5 2", "object true", "202 \"w\"", "There is no request \"None\" in this collection"), said("""
                const none = await pm.vault.get('k'); await pm.vault.set('k', 's3'); const some = await pm.vault.get('k'); await pm.vault.unset('k');
                console.log(none, some, await pm.vault.get('k'));
                const set = await pm.datasets('towns').executeView('all'); const names = []; for await (const row of set.rows) names.push(row.name);
                console.log(set.columns.join(), '|', names.join(' '));
                const sums = pm.require('@team/sums'); console.log(sums.add(2, 3), sums.known);
                let text = ''; try { pm.require('@team/broken') } catch (e) { text = e.message }
                console.log(typeof pm.require('npm:postman-collection@4.1.0').Url && 'object', text === "Error in package '@team/broken': no good");
                const other = await pm.execution.runRequest('Other', {variables: {v: '"w"'}}); console.log(other.code, other.text());
                await pm.execution.runRequest('None').catch((e) => console.log(e.message));
                """));
    }

    @Test
    void theRunIsSteered() {
        assertNull(before("1").next());
        assertEquals(new NextRequest("A"), before("pm.execution.setNextRequest('A')").next());
        assertEquals(new NextRequest(null), after("postman.setNextRequest('A'); postman.setNextRequest(null)").next());
    }

    @Test
    void aSkippedRequestEndsTheScriptAtOnce() {
        var ran = before("""
                pm.environment.set('early', 1);
                try { pm.execution.skipRequest() } catch (e) { pm.environment.set('late', 1) }
                setTimeout(() => pm.environment.set('later', 1), 1);
                pm.test('after', () => { throw new Error('never') });
                """);
        assertTrue(ran.skip());
        assertNull(ran.fault());
        assertEquals(List.of(), ran.assertions());
        assertTrue(variables.environment().toMap().containsKey("early"));
        assertFalse(variables.environment().toMap().containsKey("late") || variables.environment().toMap().containsKey("later"));
        assertEquals("TypeError: pm.execution.skipRequest is not a function", said(after("pm.execution.skipRequest()")));
    }

    private static String said(Ran ran) {
        return ran.fault().name() + ": " + ran.fault().message();
    }

    @Test
    void oldTestsAreJudgedWhenTheScriptIsThrough() {
        var ran = after("""
                tests['first'] = responseCode.code === 200;
                pm.test('second', () => {});
                tests['third'] = responseBody.has('nothing like it');
                throw new Error('after all');
                """);
        assertEquals(List.of("second", "first", "third"), ran.assertions().stream().map(Assertion::name).toList());
        assertEquals("AssertionError: expected false to be truthy", ran.assertions().get(2).error().name() + ": " + ran.assertions().get(2).error().message());
        assertEquals("Error: after all", said(ran));
    }

    @Test
    void theVisualizerFillsItsTemplate() {
        var visual = after("pm.visualizer.set('<b>{{a}}</b>{{#each l}}<i>{{this}}</i>{{/each}}', {a: '<x>', l: [1, 2]})").visual();
        assertEquals("<b>&lt;x&gt;</b><i>1</i><i>2</i>", visual.html());
        assertEquals(PmRoom.json("{\"a\": \"<x>\", \"l\": [1, 2]}"), PmRoom.json(visual.data()));
        assertTrue(after("pm.visualizer.set('{{#each}}', {})").visual().html().startsWith("<p>The template"));
        assertNull(after("pm.visualizer.set('x'); pm.visualizer.clear()").visual());
    }
}
