package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthType.Signed;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins with Kerberos, against a real server of tickets and a service that reads them.
@Timeout(120)
final class NegotiateTest {

    private static final Wire WIRE = new Wire("GET", "http://127.0.0.1/x", List.of(), Payload.empty());
    private static final Response ASKED = answer(401, "WWW-Authenticate", "Negotiate");

    @TempDir
    private static Path folder;

    private static Signing signing(Map<String, String> environment, Object... values) {
        var map = new HashMap<String, Object>();
        for (var i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return AuthTypes.signing(new Auth("negotiate", map), new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), environment));
    }

    private static Signing by(String password, Object... more) {
        var values = new java.util.ArrayList<Object>(List.of("credential", "password", "principal", "ann@" + KerberosRealm.NAME, "password", password));
        values.addAll(List.of(more));
        return signing(Map.of(), values.toArray());
    }

    private static Response answer(int status, String... header) {
        var headers = header.length == 0 ? List.<Header>of() : List.of(new Header(header[0], header[1]));
        return new Response(status, "", "HTTP/1.1", headers, null, null, null, "", false);
    }

    private static byte[] ticket(Wire wire) {
        var said = Header.first(wire.headers(), "Authorization").orElseThrow();
        assertTrue(said.startsWith("Negotiate "), said);
        return Base64.getDecoder().decode(said.substring(10));
    }

    /// Shows the ticket to the service, which answers with its proof.
    private static String letIn(KerberosRealm realm, Signing signing) throws GSSException {
        assertEquals(WIRE, assertInstanceOf(Signed.Ready.class, signing.sign(WIRE)).wire(), "nothing before the server asks");
        var sent = signing.again(WIRE, ASKED);
        assertTrue(sent.isPresent(), () -> signing.trouble().orElseThrow().sentence());
        var door = realm.door();
        var proof = realm.accept(door, ticket(sent.get()));
        assertTrue(signing.again(sent.get(), answer(200, "WWW-Authenticate", "Negotiate " + Base64.getEncoder().encodeToString(proof))).isEmpty());
        assertTrue(signing.trouble().isEmpty());
        assertEquals("The server proved who it is.", signing.notes().getLast().text());
        return name(door);
    }

    private static String name(GSSContext door) throws GSSException {
        assertTrue(door.isEstablished());
        return door.getSrcName().toString();
    }

    private static String trouble(Signing signing) {
        signing.sign(WIRE);
        assertTrue(signing.again(WIRE, ASKED).isEmpty());
        return signing.trouble().orElseThrow().sentence().replace("Negotiate (Kerberos) could not log in: ", "");
    }

    @Test
    void aRealRealmLetsInByPasswordKeytabAndTicket() throws Exception {
        try (var realm = new KerberosRealm(folder)) {
            assertEquals("ann@POSTHORN.TEST", letIn(realm, by("the right one", "mutual", true)));
            assertEquals("ann@POSTHORN.TEST", letIn(realm, signing(Map.of(), "credential", "keytab", "principal", "ann@POSTHORN.TEST", "keytab", realm.keytab().toString())));
            assertEquals("ann@POSTHORN.TEST", letIn(realm, signing(Map.of("KRB5CCNAME", "FILE:" + realm.ticketCache()))));
            assertEquals("ann@POSTHORN.TEST", letIn(realm, signing(Map.of(), "ticketCache", realm.ticketCache().toString(), "spn", KerberosRealm.SERVICE)));

            var atOnce = by("the right one", "atOnce", true);
            var first = assertInstanceOf(Signed.Ready.class, atOnce.sign(WIRE)).wire();
            assertTrue(ticket(first).length > 100);
            assertTrue(atOnce.again(first, ASKED).isEmpty(), "a refused ticket is not sent again");
            var next = assertInstanceOf(Signed.Ready.class, atOnce.follow(first.withUrl("http://127.0.0.1/y"))).wire();
            assertEquals(1, next.headers().size());
            assertFalse(java.util.Arrays.equals(ticket(first), ticket(next)), "a redirect gets a message of its own");

            var unproved = by("the right one", "mutual", true);
            unproved.sign(WIRE);
            var sent = unproved.again(WIRE, ASKED).orElseThrow();
            assertTrue(unproved.again(sent, answer(200)).isEmpty());
            assertTrue(unproved.trouble().orElseThrow().sentence().endsWith("did not prove who it is, as the form wants it."));
            var forged = by("the right one");
            forged.sign(WIRE);
            forged.again(forged.again(WIRE, ASKED).orElseThrow(), answer(200, "WWW-Authenticate", "Negotiate b3RoZXI="));
            assertTrue(forged.trouble().orElseThrow().sentence().endsWith("the server's proof of who it is, is wrong."));

            assertEquals("the Kerberos server refused the password of ann@POSTHORN.TEST.", trouble(by("the wrong one")));
            assertEquals("the realm does not know the user bob@POSTHORN.TEST.", trouble(signing(Map.of(), "credential", "password", "principal", "bob@POSTHORN.TEST", "password", "x")));
            assertEquals("the realm does not know the service HTTP/other.test@POSTHORN.TEST.", trouble(by("the right one", "spn", "HTTP/other.test@POSTHORN.TEST")));
            assertEquals("the keytab has no key for bob@POSTHORN.TEST.",
                    trouble(signing(Map.of(), "credential", "keytab", "principal", "bob@POSTHORN.TEST", "keytab", realm.keytab().toString())));
            realm.stop();
            assertEquals("the Kerberos server cannot be reached.", trouble(by("the right one")));
            Files.writeString(folder.resolve("krb5.conf"), "[libdefaults]\ndefault_realm = ELSEWHERE.TEST\ndns_lookup_kdc = false\n");
            assertEquals("nothing says where the Kerberos server of the realm is.", trouble(by("the right one")));
            aServerThatBreaksOffIsNamed();
            cancelEndsTheWaiting();
        }
    }

    private static void aServerThatBreaksOffIsNamed() throws Exception {
        Thread breaker;
        try (var breaking = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            realmAt(breaking.getLocalPort());
            breaker = Thread.ofVirtual().start(() -> breakOff(breaking));
            assertEquals("the Kerberos server broke the connection off without an answer.", trouble(by("the right one")));
        }
        breaker.join();
    }

    private static void breakOff(ServerSocket server) {
        while (!server.isClosed()) {
            try (var asked = server.accept()) {
                asked.setSoLinger(true, 0);
            } catch (IOException e) {
                // It is over.
            }
        }
    }

    private static void realmAt(int port) throws IOException {
        Files.writeString(folder.resolve("krb5.conf"), "[libdefaults]\ndefault_realm = POSTHORN.TEST\nudp_preference_limit = 1\n[realms]\nPOSTHORN.TEST = {\n kdc = 127.0.0.1:" + port + "\n}\n");
    }

    /// A server that takes the connection and is silent.
    private static void cancelEndsTheWaiting() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            realmAt(silent.getLocalPort());
            var signing = by("the right one");
            var canceller = Thread.ofVirtual().start(() -> {
                try (var asked = silent.accept()) {
                    asked.getInputStream().read();
                    signing.stop();
                } catch (IOException e) {
                    // The test fails by its own.
                }
            });
            assertEquals("it was stopped.", trouble(signing));
            canceller.join();
        }
    }

    @Test
    void whatIsMissingIsSaidBeforeAnybodyIsAsked() throws IOException {
        assertEquals("it has no user.", trouble(signing(Map.of(), "credential", "password")));
        assertEquals("the keytab \"/nowhere/k\" cannot be read.", trouble(signing(Map.of(), "credential", "keytab", "principal", "a@B", "keytab", "/nowhere/k")));
        assertEquals("the ticket cache \"/nowhere/c\" cannot be read.", trouble(signing(Map.of(), "ticketCache", "/nowhere/c")));
        assertEquals("your tickets are in KCM:, and Java reads them from files alone.", trouble(signing(Map.of("KRB5CCNAME", "KCM:"))));
        assertEquals("there is no Kerberos ticket that still holds.", trouble(signing(Map.of("KRB5CCNAME", Files.createFile(folder.resolve("empty")).toString()))));
    }

    @Test
    void aSkewedClockIsNamed() {
        var values = new Auth("negotiate", Map.of("credential", "password", "principal", "ann@R"));
        var failure = KerberosTrouble.of("Negotiate (Kerberos)", new javax.security.auth.login.LoginException("Clock skew too great (37) - PREAUTH"), values, "HTTP@h");
        assertTrue(failure.sentence().contains("the clock of this computer"), failure.sentence());
    }

    @Test
    void otherChallengesAreLeftAlone() {
        var signing = by("x");
        signing.sign(WIRE);
        assertTrue(signing.again(WIRE, answer(401, "WWW-Authenticate", "Basic realm=\"r\"")).isEmpty());
        assertEquals("The server offers no Negotiate, but Basic.", signing.notes().getLast().text());
        assertTrue(signing.again(WIRE, answer(200)).isEmpty());
        assertTrue(signing.trouble().isEmpty());
    }
}
