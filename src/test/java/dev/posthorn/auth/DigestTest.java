package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DigestTest {

    private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
    private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    private static String answer(String challenge, Digest.Answer answer) {
        return Digest.strongest(Challenge.parse(List.of(challenge))).orElseThrow().authorization(answer);
    }

    private static Digest.Answer mufasa(String cnonce) {
        return new Digest.Answer("Mufasa", "Circle of Life", "GET", "/dir/index.html", new byte[0], cnonce, 1);
    }

    /// RFC 7616 §3.9.1.
    @Test
    void theExamplesOfTheRfcComeOut() {
        var common = "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, nonce=\"" + NONCE + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        assertEquals("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"" + NONCE + "\", uri=\"/dir/index.html\", algorithm=MD5, "
                + "response=\"8ca523f5e9506fed4657c9700eebdbec\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", qop=auth, nc=00000001, cnonce=\"" + CNONCE + "\"",
                answer("Digest " + common.formatted("MD5"), mufasa(CNONCE)));
        var both = Challenge.parse(List.of("Digest " + common.formatted("MD5"), "Digest " + common.formatted("SHA-256")));
        assertTrue(Digest.strongest(both).orElseThrow().authorization(mufasa(CNONCE)).contains("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"));
    }

    /// RFC 7616 §3.9.2, with the hashes of its erratum 4897: the RFC had cut SHA-512 off instead of taking SHA-512/256.
    @Test
    void namesCanBeHashedOrWrittenInTheirExtendedForm() {
        var challenge = "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256, nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", "
                + "opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\", charset=UTF-8";
        var jason = new Digest.Answer("J\u00e4s\u00f8n Doe", "Secret, or not?", "GET", "/doe.json", new byte[0], "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v", 1);
        var hashed = answer(challenge + ", userhash=true", jason);
        assertTrue(hashed.contains("username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\""), hashed);
        assertTrue(hashed.contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"") && hashed.endsWith("userhash=true"), hashed);
        assertTrue(answer(challenge, jason).startsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, realm="));
        assertTrue(answer(challenge.replace(", charset=UTF-8", ""), jason).startsWith("Digest username=\"J\u00e4s\u00f8n Doe\", realm="), "who does not say UTF-8 may not know that form");
    }

    /// RFC 2617 §3.5 in the form of RFC 2069, as its erratum 749 gives it.
    @Test
    void theOldFormHasNoCount() {
        var old = answer("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", new Digest.Answer("Mufasa", "CircleOfLife", "GET", "/dir/index.html", new byte[0], "x", 1));
        assertTrue(old.contains("response=\"1949323746fe6a43ef61f9606e7febea\"") && !old.contains("nc="), old);
    }

    @Test
    void theBodyCountsOnlyWhereNothingElseIsOffered() {
        var challenge = "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"";
        var one = answer(challenge, new Digest.Answer("u", "p", "POST", "/", "a".getBytes(StandardCharsets.UTF_8), "c", 1));
        var other = answer(challenge, new Digest.Answer("u", "p", "POST", "/", "b".getBytes(StandardCharsets.UTF_8), "c", 1));
        assertTrue(one.contains("qop=auth-int") && !one.equals(other));
        assertTrue(Digest.strongest(Challenge.parse(List.of("Digest realm=\"r\", nonce=\"n\", algorithm=ROT13", "Digest realm=\"r\"", "Basic realm=\"n\""))).isEmpty());
    }

    @Test
    void aChallengeThatNoHeaderCanCarryBackIsNoneThatCanBeAnswered() {
        assertTrue(Digest.strongest(Challenge.parse(List.of("Digest realm=\"a\u0001\", nonce=\"x\"", "Digest realm=\"a\", nonce=\"\u001b[31m\"", "Digest realm=\"a\", nonce=\"x\", opaque=\"\u007f\""))).isEmpty());
    }

    @Test
    void challengesAreReadHoweverTheyAreJoined() {
        var all = Challenge.parse(List.of("Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"a, b\"", "NTLM TlRMTVNTUAACAAAA==, Negotiate", "  ,Digest realm = \"x\" , nonce=abc"));
        assertEquals(List.of("Newauth", "Basic", "NTLM", "Negotiate", "Digest"), all.stream().map(Challenge::scheme).toList());
        assertEquals("Login to \"apps\"", all.get(0).parameters().get("title"));
        assertEquals("a, b", all.get(1).parameters().get("realm"));
        assertEquals("TlRMTVNTUAACAAAA==", all.get(2).token());
        assertEquals("abc", all.get(4).parameters().get("nonce"));
        assertEquals(List.of(), Challenge.parse(List.of("", ",,", "\"")));
        var cut = Challenge.parse(List.of("Digest nonce=\"n\", realm=\"never ends")).getFirst();
        assertEquals("never ends", cut.parameters().get("realm"), "a quote that is not closed ends with the line");
    }
}
