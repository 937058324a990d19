package dev.posthorn.ui.dataservice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the builder says where it cannot read the schemas of a site.
final class LookupTest {

    @Test
    void aVariableWithoutAValueIsNamedShortlySinceTheSendSaysTheRest() {
        var failure = new Failure.UnresolvedVariables(List.of(new Failure.Unresolved("creatio", "the URL"), new Failure.Unresolved("creatio", "the authorization")));
        assertEquals("Not asked: {{creatio}} has no value yet.", Lookup.ofMetadata(new Outcome.Failed(failure, null, null, List.of())).trouble());
    }
}
