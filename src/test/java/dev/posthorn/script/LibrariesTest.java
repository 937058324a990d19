package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Assertion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
final class LibrariesTest {

    private static final Sandbox SANDBOX = new Sandbox();
    private static final Scripts SCRIPTS = new Scripts(SANDBOX);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /// Runs lines of `expression ⇒ what it gives, as JSON`, each as a test.
    private static void check(String lines) {
        var code = new StringBuilder();
        for (var line : lines.strip().split("\n")) {
            var parts = line.split(" ⇒ ");
            code.append("pm.test(").append(quoted(parts[0])).append(", async () => { let r; try { r = JSON.stringify(await (async () => (").append(parts[0])
                    .append("))()) } catch (e) { r = e.name + ': ' + e.message } if (r !== ").append(quoted(parts[1].strip())).append(") throw new Error(r) });\n");
        }
        var info = new Task.Info(0, 1, "r", "1", List.of("c", "r"));
        var task = new Task(dev.posthorn.model.Script.Phase.PRE_REQUEST, "request r", code.toString(), info, Variables.none(), Map.of("url", "http://localhost/", "method", "GET"), null, List.of());
        var ran = SCRIPTS.run(task, new NoHost(), Limits.time(Duration.ofSeconds(120)), new Cancellation());
        assertEquals(null, ran.fault());
        assertEquals(List.of(), ran.assertions().stream().filter(a -> a.verdict() != Assertion.Verdict.PASSED).toList());
        assertEquals(lines.strip().split("\n").length, ran.assertions().size());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Test
    void everyLibraryLiesWhereItIsLookedFor() {
        var text = LibraryFiles.read("libraries.js").orElseThrow().text();
        var found = Pattern.compile("'([\\w/-]+)': \\['([\\d.]+)', '([\\w/.-]+)'(?:, '([\\w-]+)')?").matcher(text).results().toList();
        assertTrue(found.size() > 30, () -> found.size() + " found");
        for (var one : found) {
            var folder = one.group(4) == null ? one.group(1) : one.group(4);
            var path = "META-INF/resources/webjars/" + folder + "/" + one.group(2) + "/" + one.group(3);
            assertNotNull(LibrariesTest.class.getClassLoader().getResource(path), path);
        }
    }

    @Test
    void sugarIsThereWhenAMethodOfItIsUsed() {
        check("""
                (() => { const a = [7]; a.count = 3; return [a.count, Object.keys(a)] })() ⇒ [3,["0","count"]]
                (() => { const names = []; for (const name in [7]) names.push(name); return names })() ⇒ ["0"]
                [1, 2, 3, 4, 5].average() ⇒ 3
                ['a', 'b', 'c'].none('d') ⇒ true
                'a-beta'.camelize() + 'abc'.shift(5) + 'a-b_cD'.spacify() ⇒ "ABetafgha b c d"
                (56).ordinalize() + (56789.10).format() + (56).hex() ⇒ "56th56,789.138"
                (() => { let n = 0; const once = (() => n++).once(); once(); once(); return n })() ⇒ 1
                Object.isEmpty({}) ⇒ true
                'a b'.has('b') ⇒ true
                """);
    }

    @Test
    void librariesAnswerAsPostmansDo() {
        check("""
                _.get({a: [{b: 2}]}, 'a[0].b') ⇒ 2
                _.capitalize('fOO') + require('lodash').capitalize('fOO') ⇒ "FOOFoo"
                _.VERSION + ' ' + require('lodash').VERSION ⇒ "3.10.1 4.18.1"
                CryptoJS.HmacSHA256('m', 'k').toString(CryptoJS.enc.Base64) ⇒ "tgCQ4wUil661oICInOL8S8qVfnVvrrTffTGADKHncew="
                CryptoJS.lib.WordArray.random(8).toString().length ⇒ 16
                require('moment').utc('2020-02-29').add(1, 'year').format('YYYY-MM-DD dddd') ⇒ "2021-02-28 Sunday"
                tv4.validate({a: 1}, {properties: {a: {type: 'string'}}}) ⇒ false
                tv4.error.message ⇒ "Invalid type: number (expected string)"
                cheerio.load('<ul><li class=a>A &amp; B<li>C')('.a').text() ⇒ "A & B"
                require('uuid').v4().length ⇒ 36
                require('http') ⇒ Error: Cannot find module 'http'
                require('handlebars') ⇒ Error: Cannot find module 'handlebars'
                require('path').join('/a', '../b') ⇒ "/b"
                require('util').format('%s %d', 'a', 1) ⇒ "a 1"
                require('fs') ⇒ {}
                """);
    }

    @Test
    void xmlBecomesJsonAsInPostman() {
        check("""
                xml2Json('<a x="1"> t <b>1</b><b>2</b><c/><d><![CDATA[<z>]]></d></a>') ⇒ {"a":{"_":"t","$":{"x":"1"},"b":["1","2"],"c":"","d":"<z>"}}
                xml2Json('<s:e xmlns:s="u"><s:b s:k="v">&lt;&#65;</s:b></s:e>') ⇒ {"s:e":{"$":{"xmlns:s":"u"},"s:b":{"_":"<A","$":{"s:k":"v"}}}}
                typeof xml2Json('no xml') ⇒ "undefined"
                xml2Json('') ⇒ null
                """);
    }

    @Test
    void csvIsReadAsInPostman() {
        check("""
                require('csv-parse/lib/sync')('a,b\\n1,"2, 3"\\n', {columns: true}) ⇒ [{"a":"1","b":"2, 3"}]
                require('csv-parse/lib/sync')('a;b\\r\\n1; 2 ', {delimiter: ';', trim: true}) ⇒ [["a","b"],["1","2"]]
                require('csv-parse/lib/sync')('a,b\\n1,2,3') ⇒ Error: Number of columns is inconsistent on line 2
                require('csv-parse/lib/sync')('a,b\\n1,2,3', {columns: true}) ⇒ Error: Number of columns on line 2 does not match header
                require('csv-parse/lib/sync')('a,"b') ⇒ Error: Quoted field not terminated at line 1
                require('csv-parse/lib/sync')('a,b"x"') ⇒ Error: Invalid opening quote at line 1
                require('csv-parse/lib/sync')('1,2.5,abc,-3,1e3', {auto_parse: true}) ⇒ [[1,2.5,"abc",-3,1000]]
                """);
    }

    @Test
    void bytesAndTextsBecomeEachOther() {
        check("""
                btoa('hello') + atob('aGVsbG8') ⇒ "aGVsbG8=hello"
                atob('_-8').length ⇒ 2
                Buffer.from('h\\u00e9').toString('hex') + Buffer.from('-_8', 'base64url').toString('base64url') ⇒ "68c3a9-_8"
                Buffer.concat([Buffer.from('a'), Buffer.alloc(1, 'b')]).toString() ⇒ "ab"
                new TextDecoder().decode(new TextEncoder().encode('a\\u20ac\\ud83d\\ude00')) === 'a\\u20ac\\ud83d\\ude00' ⇒ true
                new TextDecoder('utf-8', {fatal: true}).decode(new Uint8Array([255])) ⇒ TypeError: The encoded data was not valid for encoding utf-8
                new URL('../c?x=1', 'http://h/a/b/').href ⇒ "http://h/a/c?x=1"
                new URLSearchParams('a=1&a=2').getAll('a') ⇒ ["1","2"]
                structuredClone({a: [1, new Map([[1, 2]])]}).a[1].get(1) ⇒ 2
                """);
    }

    @Test
    void cryptoSignsAndDigests() {
        check("""
                crypto.randomUUID().length ⇒ 36
                crypto.getRandomValues(new Uint8Array(4)).length ⇒ 4
                Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from('a'))).toString('hex').slice(0, 16) ⇒ "ca978112ca1bbdca"
                Buffer.from(await crypto.subtle.sign('HMAC', await crypto.subtle.importKey('raw', Buffer.from('k'), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']), Buffer.from('m'))).toString('base64') ⇒ "tgCQ4wUil661oICInOL8S8qVfnVvrrTffTGADKHncew="
                await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']).then(async k => crypto.subtle.verify({name: 'ECDSA', hash: 'SHA-256'}, k.publicKey, await crypto.subtle.sign({name: 'ECDSA', hash: 'SHA-256'}, k.privateKey, Buffer.from('m')), Buffer.from('m'))) ⇒ true
                await crypto.subtle.digest('MD5', new Uint8Array()) ⇒ NotSupportedError: Unrecognized algorithm name
                """);
    }
}
