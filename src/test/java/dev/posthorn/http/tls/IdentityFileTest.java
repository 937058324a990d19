package dev.posthorn.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.posthorn.model.Network;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// One key in every form that OpenSSL gives it, and what is said of files that are something else.
final class IdentityFileTest {

    private record Form(String name, String pem, String passphrase) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBfTCCASOgAwIBAgIULKoc+5AMmlIos3fW7OT59hYWqlcwCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIc29tZWJvZHkwIBcNMjYxMTIxMTcwOTUwWhgPMjEyNjEwMjgx
            NzA5NTBaMBMxETAPBgNVBAMMCHNvbWVib2R5MFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAElOMe++dIOEHWEM646ZP6iwcn3EEHz6sQIeim/8UMr+mT1HfXrFKY3GSj
            cLndhzJKv7AskSF3Jhj459vSf134AKNTMFEwHQYDVR0OBBYEFH32rw+hFQCtFG9e
            IOIFdBB/Kb3hMB8GA1UdIwQYMBaAFH32rw+hFQCtFG9eIOIFdBB/Kb3hMA8GA1Ud
            EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAPZhmGnIdvGWr3w3JRL1wgZe
            WYniT9CYkXoVbVm2yHcCAiAYMVxfRdBgH6Vzm7A8IW0GuYanHB09CVxPLAqCqvx/
            /A==
            -----END CERTIFICATE-----
            """;

    private static final String PLAIN = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAtJAfGQxfz2AfB1c
            aRxXxsB3yMYjYQIfA77RhEGgJ/KhRANCAASU4x7750g4QdYQzrjpk/qLByfcQQfP
            qxAh6Kb/xQyv6ZPUd9esUpjcZKNwud2HMkq/sCyRIXcmGPjn29J/XfgA
            -----END PRIVATE KEY-----
            """;

    private static final String SCRYPT = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHkME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAhO2WfPWyl1gQICQAAC
            AQgCAQEwHQYJYIZIAWUDBAEqBBBbZ93pBxW3OFse5PN2PURfBIGQPV+0hyxe4LIt
            fqfQZw4H9CwcKVquzvRIUqfivtGWrk2vv3auIX5PVFAA5V4EJdMJbtEUbZ7vpIZx
            GnynpDC53mDx8/1RMJtfmKSg3u8TGW6EA0xXW0svM9f29uVK2BcwI3Xn5TbBGZtk
            DK5JOIOaBTrNcUE3/jj/G0bnISyQ5act+IJ80VpeAt6TD6KrlWa/
            -----END ENCRYPTED PRIVATE KEY-----
            """;

    /// Of OpenSSL 1: RC2 and 3DES.
    private static final String OLD_P12 = """
            MIIDggIBAzCCA0gGCSqGSIb3DQEHAaCCAzkEggM1MIIDMTCCAicGCSqGSIb3DQEHBqCCAhgwggIUAgEAMIICDQYJKoZIhvcNAQcBMBwGCiqGSIb3DQEMAQYw
            DgQI4BAT1+KrNjcCAggAgIIB4KvQz5AJBEGBGrUBFLPHJVJfHy09T/oop3ALx5i8t1mUZlGy0ruaTjI9jdSKWgQCyl5nQyTc81UOBJHvnlHtm8JGbe1TpcO/
            pz3GhPcCL6bgQf33xGOMBJf4smTKUP0ztli7WtBh+zrjMowX3hLnDeQvtAh9WB3sGYlwc2YRTK+yKqtgUTJR+dI7op0cRi8LWZH5uUdxWAgcnpZf0dabXNAz
            tIYQWtdH5V9vma8MtHIHe1k+5uxoC1bb6fJNcPOAK7C7/T3hIfipa77SVBH2m91YFCBttaF54ddDGO0085z9d1l1572eCtktkyI1dGXz4M/kQ7cx4QuPYkvD
            LcITaP3lq55MyebeTHpHObi5c+NPWCd6N4EBMWlbvvlR4DSHe/qjmWA3/yCmNptUUZnf9KTedo1/8c4F2UydKytVMokVI0Wv7SySG4nNG3K/QTGxD48zadpn
            bIpuuCZcZiz/UOVjBni5iTQt6/hLpzUdf+DOK7jUY0DKlQDsT9fi8EVWINyDVS6L2qtaHPY7iQieiGrAna8osg9cX52Y42UDBPYrZ/tex6kwj28O/J/xSDMT
            B8pIuzyxA7RLvEhncYwx2TZ6srA5Cp9vVRf708oi+c3bCPL+sp5wLYfuD1MyD05gCzCCAQIGCSqGSIb3DQEHAaCB9ASB8TCB7jCB6wYLKoZIhvcNAQwKAQKg
            gbQwgbEwHAYKKoZIhvcNAQwBAzAOBAiGWvWHjPAxGwICCAAEgZAhsqLNbQTJ8qHWf6zujkPZ0/pZHI/swYvhrwXYoWQhqVlIsl+FjRMJ0emSSiGYKz4uLsBm
            RiM2vHwFDMN9wERX/cifx4ZfDE/wri1LAfdTORDUlQHCjIOQgPEMdBDITlgPxR6xdThdaor1uuqa5Djbqoy95NT/uja7D6nsfflsGKw8SXRk6IryHJn/0rG/
            r+UxJTAjBgkqhkiG9w0BCRUxFgQUlITP6U/3HrdTovEs/7WtHapi5rwwMTAhMAkGBSsOAwIaBQAEFPjwmluL+JRFnYv2LfOK7xWvVV2mBAhkmcyJP4LR1gIC
            CAA=
            """;

    /// Of OpenSSL 3: AES.
    private static final String NEW_P12 = """
            MIIEDAIBAzCCA8IGCSqGSIb3DQEHAaCCA7MEggOvMIIDqzCCAmIGCSqGSIb3DQEHBqCCAlMwggJPAgEAMIICSAYJKoZIhvcNAQcBMFcGCSqGSIb3DQEFDTBK
            MCkGCSqGSIb3DQEFDDAcBAjVxO18+Zk4ZQICCAAwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEH87LOTxehy6f0oJiFmUS3OAggHgqaSWz6OMJXyXG+kL
            PkHX628zHpc9CXQIEn0sy+oq6Z17hMayGbxfUKSmSZDzunKgal7R1higm6pZkk4iqJifJt6yQzu1AljEcmiEDlX1ZMS/9UPhaqDLzoQtuygBHtlo4Q93bZFj
            hNX2FVPtKuxyNYPEFWpQtJy4tBmx2n+Fv/dfZ9wMYPBA/EwU+Z78K2z+UZbopyNdtxqbHqwRISsiU4pRy7Zt8MR4NzRP8126E1j6A53wneLAz9H5afMeK0Ad
            3w68/LvvHufDmE5m69/gEti53eL5vow6nYjzbuTfy4Gtb+zWDCWJ5yzXn7rxnIdWhInzS6B24+BQW6kVTG3On4AieQJdlKc05GqBqBo2xZP2SGoyKhRw/GPI
            soN9ZLB5rFIMj1fzchTcFfrtBv4rQoo9SMr0Q2MjItOhXXR77C/ueJQVjdRue1hbK9oDlLnV+7M9tF2qGA6CmnX+9yDzTIo3pu9ug0kT/A/e5OAg8mXwMJd7
            vLN7USaW3p8tec685IdjK5LDYicscJrw1CO532QH6kdizMPVHs1YLTUbCjxXKzvRDlW66jM1dhj8gnbFsx+NQNpI/ri8h8EoFun5DVuBV/KKmCGCKLqxYOu7
            5UzsETHRjUgMagY8p8oPIXMkMIIBQQYJKoZIhvcNAQcBoIIBMgSCAS4wggEqMIIBJgYLKoZIhvcNAQwKAQKgge8wgewwVwYJKoZIhvcNAQUNMEowKQYJKoZI
            hvcNAQUMMBwECIGUdi/OzkY9AgIIADAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQh/eRYZDZPvUes94rSsilbgSBkIXb+NDqkeYPJcTEAr+qEa5J63b5
            ZZF5nLvZ6cJxPCsnm/AF/MIW1B5LmvCU8WduP9g5cgwmOKjcyylT9IA2gcqdKyq3A+n9dOV5c01jJEEdbWb4ZjMDPdoNAdduveqbhbA7DB5BGF5emiljI/k0
            WuSB58s8HpYRWXOH4TgoQGdlebZeSZ5JHfeBIVrHI7/SiTElMCMGCSqGSIb3DQEJFTEWBBSUhM/pT/cet1Oi8Sz/ta0dqmLmvDBBMDEwDQYJYIZIAWUDBAIB
            BQAEIKq4oQMjyVPV6NAS1N8xIp6jKguGrc5Y7Hbu85qWq4W7BAjjIlvOGkaceAICCAA=
            """;

    static final java.util.List<Form> FORMS = java.util.List.of(
            new Form("PKCS#8", PLAIN, ""),
            new Form("SEC 1 with its curve before it", """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIALSQHxkMX89gHwdXGkcV8bAd8jGI2ECHwO+0YRBoCfyoAoGCCqGSM49
            AwEHoUQDQgAElOMe++dIOEHWEM646ZP6iwcn3EEHz6sQIeim/8UMr+mT1HfXrFKY
            3GSjcLndhzJKv7AskSF3Jhj459vSf134AA==
            -----END EC PRIVATE KEY-----
            """, ""),
            new Form("PBES2 with AES", """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiUS9LkxQUS1gICCAAw
            DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEFxPw8sIsdvGLxScqeniWvkEgZC5
            MdHexKYY5qtG2JuCpV21clORGlEmpPIYttvMpfZ+On6CHVNeEjwMhC2sZu3P9xaX
            cbZZk/POzmRD8pRrY5nIlLTeP5iLBkChGSW50wgfi/u2cwgtxs2ZULyj+5enOp6p
            By7Sbb/FLvQ34m9yd4/tgL2WUd3ynGPOdYXcz/xJWo4agsVYt8G6a1fFOBpgdDM=
            -----END ENCRYPTED PRIVATE KEY-----
            """, "gehéim"),
            new Form("PBES2 with 3DES", """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIHjME4GCSqGSIb3DQEFDTBBMCkGCSqGSIb3DQEFDDAcBAiatFOhTfSewAICCAAw
            DAYIKoZIhvcNAgkFADAUBggqhkiG9w0DBwQIOquakdu/0jwEgZAy2JhfLusN8tlj
            h7REPNxnzcQOETliyw1yPgz+/4bchgYbmXGsjEAoA0SDqdNqHi9RLt681mGPQGjH
            2X/wfzJSwVljx8QNnf+VWVHTJ2YgLMATQM0fvfPk0e2l2tEj5zdZ0KeL3WLXQSnM
            DKfPTGeqS1SG+3DloPbgO6ZDwZfu2ZH1Kf8VEdz+sK4crR7p4Ek=
            -----END ENCRYPTED PRIVATE KEY-----
            """, "gehéim"),
            new Form("PBES1 with MD5 and DES", """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGwMBsGCSqGSIb3DQEFAzAOBAjZbk/cNcvIjgICCAAEgZBu7BLhTggg4ae2Pt9N
            yw3IRtOYllDz8seCKxw3xERoEBP91JKZoEb3f9WMAK2jFmkFXmMSwIvVnufkxtQG
            H253DA6f6EktaI3hX2JBJb7PEpTfUP1F66A/d0Lu0eRxnNxYLmQD+XeY596g7KgH
            TMeJEupU3uhN4JJgGLpAtJwWNRmq3R/9ImhYM05zPDvUHfE=
            -----END ENCRYPTED PRIVATE KEY-----
            """, "geheim"),
            new Form("PKCS#12 with SHA-1 and 3DES", """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGxMBwGCiqGSIb3DQEMAQMwDgQIlFDRST+KCLgCAggABIGQDCKX3+8V1EONPwYh
            WAKKY44hSnT8+y8zVrIPfGgK0FhWMLLepwZeNmhMQpd4KgAmwXIATwCJSOzJH9/H
            ZMT94POq9QgIcjGbMOg9YP8LkMo+v3ubV2nOxkZXKsiBuUsmKSj7fzixpejj6a1C
            h5d8g8wZX1fvsilXLsOsMsypEA5iec/cifiVuzbldpxhknms
            -----END ENCRYPTED PRIVATE KEY-----
            """, "geheim"),
            new Form("PKCS#12 with SHA-1 and RC2", """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIGxMBwGCiqGSIb3DQEMAQYwDgQIzPCC3ZFZyhQCAggABIGQCkxPCimhT9Dp1oMf
            wMMPW/FXBoETbYeL8K3iuTuAugcWK3DmAvIZ400lA5WlvvGyU39DlZI9kF6VhFcy
            34nYNKNyKaEz7sXBt7aNHi0PUJyFJ/g6VOIXeck80m6aSt9kx2AskvqMaVKYDKpk
            fX8ddBLy9hXeBnxRvKfJqT2t6WMzVgcgSY24HK7xb4M0q6ET
            -----END ENCRYPTED PRIVATE KEY-----
            """, "geheim"),
            new Form("Proc-Type with AES", """
            -----BEGIN EC PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: AES-256-CBC,04D8E6EE1AA12E8354ADDD23CA9A87B9

            AFImpchcMKF9LvWfs9d00gsSi+1Fc1NDobZ8SVURcTxt85TGUfePyuqGEenyn8qe
            g8yHQDlt/9DRHV+jPEjzNLtng92wVwNcSMH6tPdAu94rWF+dgeK1EXXh7Aiyl631
            u5IP+jz7wiIs30HfA/xE6M1H+vZfYYkoUJZNWn5A6O0=
            -----END EC PRIVATE KEY-----
            """, "gehéim"),
            new Form("Proc-Type with 3DES", """
            -----BEGIN EC PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: DES-EDE3-CBC,FAFF8E6432E70B8C

            ShlnjfYOaKsy6/v3asP0EJZ7s/n+7rOeadWr0JuMa1F8XRtsZ3VzEd9hAp5hJu38
            ZZ9V/p9bldASWAmhWXOzi82RapDlzloE4v0zIYWPOfgn8qeIV6DBIZ+qk1VjMtIW
            6jDmphP9heha+HybYFCHf3h4vXKrObF3yB67mNZ6G3s=
            -----END EC PRIVATE KEY-----
            """, "gehéim"));

    @TempDir
    private Path folder;
    private Path certificate;

    @BeforeEach
    void write() throws IOException {
        certificate = file("us.crt", CERTIFICATE);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path bytes(String name, String base64) throws IOException {
        return Files.write(folder.resolve(name), Base64.getMimeDecoder().decode(base64));
    }

    private static Identity read(Path file, Path key, String passphrase) throws Unusable {
        return IdentityFile.read(new Network.ClientCertificate("*", file, key, passphrase));
    }

    private static void fails(String message, Path file, Path key, String passphrase) {
        assertEquals(message, assertThrows(Unusable.class, () -> read(file, key, passphrase)).getMessage());
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void theKeyIsReadInEveryForm(Form form) throws Exception {
        var key = file("us.key", form.pem());
        assertEquals("CN=somebody", read(certificate, key, form.passphrase()).toString());
        if (!form.passphrase().isEmpty()) {
            fails("us.key: the passphrase is wrong", certificate, key, "another");
            fails("us.key: the key is encrypted: it needs its passphrase", certificate, key, "");
        }
    }

    @Test
    void aSchemeThatIsNotSupportedIsNamed() throws Exception {
        fails("us.key: the key is encrypted with scrypt, which is not supported; \"openssl pkey -in KEY -aes256 -out NEW\" writes one that is",
                certificate, file("us.key", SCRYPT), "geheim");
    }

    @Test
    void pkcs12OfOldAndNewOpenSslIsRead() throws Exception {
        for (var store : new String[] {OLD_P12, NEW_P12}) {
            var file = bytes("us.p12", store);
            assertEquals("CN=somebody", read(file, null, "geheim").toString());
            fails("us.p12: the passphrase is wrong", file, null, "another");
            fails("us.p12: it is encrypted: it needs its passphrase", file, null, "");
        }
    }

    @Test
    void certificateAndKeyMayLieInOneFileInAnyOrder() throws Exception {
        assertEquals("CN=somebody", read(file("us.pem", PLAIN + CERTIFICATE), null, "").toString());
        assertEquals("CN=somebody", read(Files.write(folder.resolve("us.txt"), ("\uFEFF" + CERTIFICATE + PLAIN).getBytes(StandardCharsets.UTF_16LE)), null, "").toString());
    }

    @Test
    void derIsReadToo() throws Exception {
        var body = CERTIFICATE.replaceAll("-----.*-----", "");
        var key = PLAIN.replaceAll("-----.*-----", "");
        assertEquals("CN=somebody", read(bytes("us.der", body), bytes("us.key", key), "").toString());
        fails("us.der: it is a certificate without a key: name the file of the key too", folder.resolve("us.der"), null, "");
    }

    @Test
    void filesOfAnotherKindAreToldApart() throws Exception {
        fails("us.crt: there is no private key in it: name the file of the key too", certificate, null, "");
        fails("us.crt: it holds a certificate, but no private key", certificate, certificate, "");
        fails("us.key: it holds a key, but no certificate: is it the file of the key?", file("us.key", PLAIN), file("us2.key", PLAIN), "");
        fails("empty.pem: the file is empty", file("empty.pem", ""), null, "");
        fails("notes.txt: it is neither PEM (which begins with -----BEGIN) nor PKCS#12", file("notes.txt", "hello"), null, "");
        fails("cut.pem: the block CERTIFICATE of line 1 has no end: the file is cut off", file("cut.pem", CERTIFICATE.substring(0, 300)), null, "");
        fails("bad.pem: the block CERTIFICATE of line 1 is damaged: it is not base64", file("bad.pem", CERTIFICATE.replace("MII", "M!I")), null, "");
        var folderOfKeys = folder.resolve("keys");
        Files.createDirectory(folderOfKeys);
        fails("keys: it is a folder, not a file", folderOfKeys, null, "");
    }

    @Test
    void aKeyOfAnotherCertificateIsSaidToBeOne() throws Exception {
        fails("other.key: the key does not belong to the certificate CN=somebody of us.crt", certificate, file("other.key", OTHER), "");
    }

    private static final String OTHER = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEICIBjYSM3LRlQjk2RaDmrqkNt9BHObifKcqDXMuA1PNo
            -----END PRIVATE KEY-----
            """;
}
