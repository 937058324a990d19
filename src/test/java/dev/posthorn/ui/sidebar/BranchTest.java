package dev.posthorn.ui.sidebar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The filter of the tree.
final class BranchTest {
    private static List<String> names(List<Branch> branches) {
        var names = new ArrayList<String>();
        collect(branches, names);
        return names;
    }

    private static void collect(List<Branch> branches, List<String> into) {
        for (var branch : branches) {
            into.add(branch.row().name());
            collect(branch.children(), into);
        }
    }

    private static List<String> filtered(String words) {
        return names(Branch.filter(Branch.of(Trees.small()), words));
    }

    @Test
    void aMatchKeepsTheFoldersAboveIt() {
        assertEquals(List.of("Creatio", "OData 4", "Rename account"), filtered("rename"));
    }

    @Test
    void theUrlAndTheMethodAreSearchedToo() {
        assertEquals(List.of("Creatio", "Session (AuthService)", "Contact by name"), filtered("odata/contact"));
        assertEquals(List.of("Creatio", "OData 4", "Delete account"), filtered("DELETE account"));
    }

    @Test
    void aFolderThatMatchesKeepsAllBelowIt() {
        assertEquals(7, filtered("odata 4").size());
    }

    @Test
    void wordsMayMatchOnDifferentLevels() {
        assertEquals(List.of("Creatio", "OData 4", "Create account"), filtered("creatio post"));
    }

    @Test
    void whatFitsNowhereLeavesNothing() {
        assertTrue(filtered("zebra").isEmpty());
    }

    @Test
    void aBrokenFileStaysVisibleByItsName() {
        assertEquals(List.of("broken.json"), filtered("broken"));
    }
}
