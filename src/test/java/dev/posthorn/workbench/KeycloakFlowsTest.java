package dev.posthorn.workbench;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The flows at a real identity server: `mvn -Pidp verify`.
@Tag("idp")
final class KeycloakFlowsTest extends LoginFlows {

    private static Keycloak keycloak;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keycloak = Keycloak.start();
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    String issuer() {
        return keycloak.issuer();
    }

    @Override
    String scope() {
        return "email";
    }
}
