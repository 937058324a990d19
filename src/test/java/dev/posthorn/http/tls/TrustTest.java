package dev.posthorn.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustTest {

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder().commonName("common.test").addSubjectAlternativeName("api.test")
            .addSubjectAlternativeName("*.b.test").addSubjectAlternativeName("*.test").addSubjectAlternativeName("127.0.0.1").addSubjectAlternativeName("::1").build();

    @TempDir
    private Path folder;

    @Test
    void aStarStandsForOneLabelAndAddressesAreComparedAsNumbers() {
        for (var host : List.of("api.test", "API.Test", "api.test.", "x.b.test", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1")) {
            assertTrue(HostNames.fits(CERTIFICATE.certificate(), host), host);
        }
        for (var host : List.of("b.test", "x.y.b.test", "other.test", "common.test", "127.0.0.2", "::2", "")) {
            assertFalse(HostNames.fits(CERTIFICATE.certificate(), host), host);
        }
    }

    @Test
    void aPatternMeansAHostAPortOrAllBelow() {
        assertTrue(HostPattern.parse("api.test").matches("API.test", 443));
        assertTrue(HostPattern.parse("*.test:8443").matches("a.b.test", 8443));
        assertFalse(HostPattern.parse("*.test:8443").matches("a.test", 443));
        assertFalse(HostPattern.parse("*.test").matches("test", 443));
        assertFalse(HostPattern.parse("*.test").matches("attest", 443));
        assertTrue(HostPattern.parse("[::1]:8443").matches("[::1]", 8443));
        assertTrue(HostPattern.parse("::1").matches("[::1]", 443));
        for (var bad : List.of("", "https://api.test", "api.test/x", "a b", "api.*", "*test", "api.test:99999", "api.test:x", ":8443")) {
            assertFalse(HostPattern.fault(bad).isEmpty(), bad);
        }
        assertEquals("", HostPattern.fault("*.test:8443"));
        assertEquals("", HostPattern.fault("*"));
    }

    @Test
    void theSystemsAuthoritiesComeFromWhereOpenSslLooks() throws Exception {
        var bundle = Files.writeString(folder.resolve("bundle.pem"), CERTIFICATE.certificatePem());
        var many = Files.createDirectory(folder.resolve("many"));
        Files.writeString(many.resolve("a.0"), CERTIFICATE.certificatePem());
        Files.writeString(many.resolve("b.0"), new HeldCertificate.Builder().commonName("b").build().certificatePem());
        Files.writeString(many.resolve("notes.txt"), "hello");
        var found = new SystemAuthorities("Linux", Map.of("SSL_CERT_FILE", bundle.toString(), "SSL_CERT_DIR", many.toString())).found();
        assertEquals(2, found.certificates().size());
        assertEquals(List.of(), found.troubles());
        var gone = new SystemAuthorities("Linux", Map.of("SSL_CERT_FILE", folder.resolve("gone").toString())).found();
        assertTrue(gone.troubles().getFirst().startsWith("The system's authorities: gone: there is no such file"), gone.troubles().toString());
    }

    @Test
    void equalNeedsShareASetupAndOthersDoNot() throws Exception {
        var securing = new Securing(new SystemAuthorities("none", Map.of("SSL_CERT_FILE", folder.resolve("none").toString())), Clock.systemUTC());
        var network = Network.DEFAULT.withUnverified(List.of("old.test"));
        var plain = securing.of("a.test", 443, true, network);
        assertSame(plain, securing.of("b.test", 443, true, network));
        var off = securing.of("old.test", 443, true, network);
        assertFalse(off == plain || off.verified());
        assertSame(off, securing.of("a.test", 443, false, network));
        var own = Files.writeString(folder.resolve("us.pem"), CERTIFICATE.certificatePem() + CERTIFICATE.privateKeyPkcs8Pem());
        var showing = network.withCertificates(List.of(new Network.ClientCertificate("*.b.test", own, null, "")));
        assertSame(plain, securing.of("a.test", 443, true, showing));
        assertEquals("CN=common.test", securing.of("x.b.test", 443, true, showing).shown().toString());
    }
}
