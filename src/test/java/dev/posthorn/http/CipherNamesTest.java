package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CipherNamesTest {

    @ParameterizedTest
    @CsvSource({
        "ECDHE-ECDSA-AES256-GCM-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "ECDHE-RSA-CHACHA20-POLY1305, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "DHE-RSA-AES128-SHA256, TLS_DHE_RSA_WITH_AES_128_CBC_SHA256",
        "DHE-RSA-AES256-CCM8, TLS_DHE_RSA_WITH_AES_256_CCM_8",
        "AES128-SHA, TLS_RSA_WITH_AES_128_CBC_SHA",
        "AES256-GCM-SHA384, TLS_RSA_WITH_AES_256_GCM_SHA384",
        "DES-CBC3-SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        "ADH-AES128-GCM-SHA256, TLS_DH_anon_WITH_AES_128_GCM_SHA256",
        "CAMELLIA256-SHA, TLS_RSA_WITH_CAMELLIA_256_CBC_SHA",
        "NULL-SHA256, TLS_RSA_WITH_NULL_SHA256",
        "TLS_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256"})
    void openSslsNameAndTheRegistrysLeadToEachOther(String openssl, String registered) {
        assertEquals(Optional.of(registered), CipherNames.registered(openssl));
        assertEquals(openssl, CipherNames.openssl(registered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIGH", "!aNULL", "@SECLEVEL=1", "", "ECDHE-RSA-", "PSK-AES128-GCM-SHA256", "AES128-SHA:AES256-SHA"})
    void whatIsNoNameOfOneSuiteHasNoCounterpart(String text) {
        assertEquals(Optional.empty(), CipherNames.registered(text));
    }

    @Test
    void everySuiteOfThisJavaComesBackAsItself() throws Exception {
        var suites = SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites();
        assertTrue(suites.length > 20);
        for (var suite : suites) {
            assertEquals(Optional.of(suite), CipherNames.registered(CipherNames.openssl(suite)));
        }
    }

    @Test
    void theChoicesOfThisJavaAreUnderTheNamesOfCollections() {
        var choices = TlsChoices.ofThisJava();
        assertEquals("TLSv1_3", choices.versions().getFirst());
        assertTrue(choices.ciphers().contains("ECDHE-RSA-AES128-GCM-SHA256"), choices.ciphers().toString());
        assertTrue(choices.knows("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256") && !choices.knows("CAMELLIA256-SHA") && !choices.knows("HIGH"));
    }
}
