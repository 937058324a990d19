package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Wire;
import dev.posthorn.vars.Scopes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Test scripts see the request as it went out, in the form that Postman gives it.
final class SentFormTest {

    private static final Context CONTEXT = Context.none(Path.of("."));

    @Test
    void theUrlIsTheOneThatWentOutWithItsFragment() {
        var sent = new Wire("GET", "http://a.test/5%206?q=%C3%BC", List.of(), new Payload.Empty());
        assertEquals("http://a.test/5%206?q=%C3%BC#part", new SentForm(CONTEXT, Scopes.none()).of(Request.get("http://a.test/5 6?q=ü#part"), sent).get("url"));
    }

    @Test
    void aRequestWithoutAuthorizationHasNone() {
        assertFalse(RequestForm.of(Request.get("x").withAuth(Auth.INHERIT), Auth.NONE).containsKey("auth"));
        assertTrue(RequestForm.of(Request.get("x").withAuth(Auth.NONE), Auth.NONE).containsKey("auth"));
    }
}
