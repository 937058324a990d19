package dev.posthorn.workbench;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.posthorn.FreePort;
import dev.posthorn.auth.TestKeys;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Keycloak in dev mode on this computer alone, with a realm of ours; `mvn -Pidp` unpacks it.
///
/// 1. It runs with the JDK of `-Didp.java.home=`, else of `JAVA_HOME`, else with the one that runs the tests.
/// 2. `-Didp.issuer=` names a realm that runs already instead: the same one, made from `REALM`.
final class Keycloak implements AutoCloseable {

    /// How the client `certificate` proves itself.
    static final RSAKey KEY = new RSAKey.Builder(TestKeys.A2).keyUse(KeyUse.SIGNATURE).keyID("ours").build();

    private static final String MAPPER = """
            {"name": "workbench", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
             "config": {"included.client.audience": "workbench", "access.token.claim": "true", "introspection.token.claim": "true"}}""";

    /// Devices poll each second, so that the test need not wait for five. `workbench` is in the audience of all tokens: since 26.6 a client may
    /// ask about no others.
    static final String REALM = """
            {
              "realm": "posthorn", "enabled": true, "sslRequired": "none", "oauth2DevicePollingInterval": 1,
              "users": [{
                "username": "ann", "enabled": true, "emailVerified": true, "firstName": "Ann", "lastName": "Postilion", "email": "ann@posthorn.example",
                "realmRoles": ["default-roles-posthorn"], "credentials": [{"type": "password", "value": "secret", "temporary": false}]
              }],
              "clients": [{
                "clientId": "workbench", "secret": "workbench-secret", "publicClient": false, "standardFlowEnabled": true, "implicitFlowEnabled": true,
                "directAccessGrantsEnabled": true, "serviceAccountsEnabled": true, "redirectUris": ["http://127.0.0.1:7777/callback"],
                "attributes": {"oauth2.device.authorization.grant.enabled": "true", "standard.token.exchange.enabled": "true"},
                "protocolMappers": [%1$s]
              }, {
                "clientId": "public", "publicClient": true, "standardFlowEnabled": true, "redirectUris": ["http://127.0.0.1:7777/callback"],
                "attributes": {"pkce.code.challenge.method": "S256"}
              }, {
                "clientId": "workflowapi", "secret": "workflow-secret", "publicClient": false, "serviceAccountsEnabled": true, "standardFlowEnabled": false,
                "protocolMappers": [%1$s]
              }, {
                "clientId": "certificate", "publicClient": false, "serviceAccountsEnabled": true, "standardFlowEnabled": false, "clientAuthenticatorType": "client-jwt",
                "protocolMappers": [%1$s],
                "attributes": {"use.jwks.string": "true", "jwks.string": "{\\"keys\\": [%2$s]}"}
              }]
            }
            """.formatted(MAPPER, KEY.toPublicJWK().toJSONString().replace("\"", "\\\""));

    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Process process;
    private final String issuer;

    private Keycloak(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    static Keycloak start() throws IOException, InterruptedException {
        var running = System.getProperty("idp.issuer", "");
        if (!running.isEmpty()) {
            return new Keycloak(null, running);
        }
        var home = home();
        var realm = home.resolve("data/import/posthorn-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, REALM);
        var port = FreePort.find();
        var log = UNPACKED.resolve("keycloak.log").toFile();
        var windows = File.separatorChar == '\\';
        var command = new ProcessBuilder(home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toAbsolutePath().toString(), "start-dev", "--db=dev-mem",
                "--http-host=127.0.0.1", "--http-port=" + port, "--import-realm").directory(home.toFile()).redirectErrorStream(true).redirectOutput(log);
        command.environment().put("JAVA_HOME", java());
        var keycloak = new Keycloak(command.start(), "http://127.0.0.1:" + port + "/realms/posthorn");
        try {
            keycloak.await(log.toPath());
            return keycloak;
        } catch (IOException | InterruptedException e) {
            keycloak.close();
            throw e;
        }
    }

    private static Path home() throws IOException {
        try (var folders = Files.list(UNPACKED)) {
            return folders.filter(f -> Files.exists(f.resolve("bin/kc.sh"))).findFirst().orElseThrow(() -> new IOException("no Keycloak in " + UNPACKED));
        }
    }

    private static String java() {
        for (var home : new String[] {System.getProperty("idp.java.home"), System.getenv("JAVA_HOME")}) {
            if (home != null && !home.isBlank()) {
                return home;
            }
        }
        return System.getProperty("java.home");
    }

    /// Polls until the realm answers.
    private void await(Path log) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")).timeout(Duration.ofSeconds(10)).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (process.waitFor(500, TimeUnit.MILLISECONDS)) {
                    throw new IOException("Keycloak ended with " + process.exitValue() + ": " + last(log));
                }
                try {
                    if (client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
            }
        }
        throw new IOException("Keycloak was not ready after " + PATIENCE + ": " + last(log));
    }

    private static List<String> last(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }

    /// Ends the script, and the Java that it started.
    @Override
    public void close() {
        if (process != null) {
            var all = java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process.toHandle())).toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(p -> p.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(e -> {
                p.destroyForcibly();
                return p;
            }).join());
        }
    }
}
