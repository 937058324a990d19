package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TabNameTest {

    @Test
    void aNameStaysWhileTheAddressDoesAndTheUrlIsTheNameElse() {
        var name = TabName.of("OData 4", "{{creatio}}/odata/Account?$top=10");
        assertEquals("OData 4", name.title("{{creatio}}/odata/Account?$top=3&$select=Id"));
        assertEquals("{{creatio}}/odata/Contact", name.title("{{creatio}}/odata/Contact"));
        assertEquals("New request", name.title(""));
        assertEquals("http://localhost/a", TabName.NONE.title("http://localhost/a"));
    }
}
