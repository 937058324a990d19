package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a terminal says where the window has buttons.
final class MendingTest {

    private final Printed printed = new Printed();

    @Test
    void aButtonBecomesTheValueToSetOrTheCommandToRun() {
        var finding = new Finding("some", "It is refused.", "Enter http://127.0.0.1/a there.", List.of(new Mend.Change("Send in the body", Map.of("client_authentication", "body")),
                new Mend.Change("Add a row", Map.of("authRequestParams", List.of("row"))), new Mend.Copy("Copy the redirect URL", "http://127.0.0.1/a"), new Mend.Copy("Copy", "http://127.0.0.1/b"),
                new Mend.LogIn("Log in again"), new Mend.Choose("Use Basic Auth", "basic")));
        Mending.tell(printed.terminal(false), new BadLogin.Refused("OAuth 2.0", finding));
        assertEquals("""
                posthorn: Nothing was sent: OAuth 2.0 got no token: It is refused. Enter http://127.0.0.1/a there.
                  - Send in the body: client_authentication = body in its authorization
                  - Add a row
                  - http://127.0.0.1/b
                  - Log in again: `posthorn login`
                  - Use Basic Auth: the type "basic"
                """, printed.err());
    }

    @Test
    void whereALoginIsNeededNoButtonOfTheWindowIsNamed() {
        Mending.tell(printed.terminal(false), new BadLogin.Needed("OAuth 2.0"));
        assertEquals("posthorn: Nothing was sent: OAuth 2.0 has no token yet, and a person has to log in for one. Log in with `posthorn login`, or in the window.\n", printed.err());
    }

    @Test
    void theWordsOfAServerDoNotSteerTheTerminal() {
        printed.terminal(false).complain("It says \u001b[2J\u0007\u009b31mfine\r.");
        assertEquals("posthorn: It says  [2J  31mfine .\n", printed.err());
    }
}
