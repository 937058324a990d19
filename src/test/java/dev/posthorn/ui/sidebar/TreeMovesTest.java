package dev.posthorn.ui.sidebar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.sidebar.TreeMoves.Move;
import dev.posthorn.ui.sidebar.TreeMoves.Spot;
import dev.posthorn.ui.sidebar.TreeMoves.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;

final class TreeMovesTest {
    private static final Path FILE = Path.of("/collections", "Creatio.json");

    private final TreeItem<TreeRow> root = new TreeItem<>();

    TreeMovesTest() {
        new Expansion().show(root, Branch.of(Trees.small()), false);
    }

    private static Place at(String id) {
        return new Place(FILE, id);
    }

    private TreeItem<TreeRow> item(String id) {
        return Expansion.path(root, at(id)).getLast();
    }

    private static Optional<Move> to(String what, String folder, int index) {
        return Optional.of(new Move(at(what), at(folder), index));
    }

    @Test
    void aDropBelowARowGoesBehindIt() {
        assertEquals(to("/item/1/item/0", "/item/1", 3), TreeMoves.drop(item("/item/1/item/0"), item("/item/1/item/2"), Spot.BELOW));
    }

    @Test
    void aDropIntoAClosedFolderGoesToItsEnd() {
        assertEquals(to("/item/0/item/0", "/item/1", 5), TreeMoves.drop(item("/item/0/item/0"), item("/item/1"), Spot.INTO));
    }

    @Test
    void aDropWhereItStandsChangesNothing() {
        assertTrue(TreeMoves.drop(item("/item/1/item/1"), item("/item/1/item/0"), Spot.BELOW).isEmpty());
        assertTrue(TreeMoves.drop(item("/item/1/item/1"), item("/item/1/item/2"), Spot.ABOVE).isEmpty());
    }

    @Test
    void aFolderCannotGoIntoItself() {
        assertTrue(TreeMoves.drop(item("/item/1"), item("/item/1/item/2"), Spot.BELOW).isEmpty());
    }

    @Test
    void theKeyboardStepsUpDownOutAndIn() {
        assertEquals(to("/item/1/item/1", "/item/1", 0), TreeMoves.step(item("/item/1/item/1"), Step.UP));
        assertEquals(to("/item/1/item/1", "/item/1", 3), TreeMoves.step(item("/item/1/item/1"), Step.DOWN));
        assertEquals(to("/item/1/item/1", "", 2), TreeMoves.step(item("/item/1/item/1"), Step.OUT));
        assertEquals(to("/item/1", "/item/0", 1), TreeMoves.step(item("/item/1"), Step.IN));
        assertTrue(TreeMoves.step(item("/item/0"), Step.UP).isEmpty());
    }

    @Test
    void openRowsStayOpenWhenTheyMove() {
        item("/item/1").setExpanded(true);
        item("").setExpanded(true);
        var before = item("/item/1");
        var expansion = new Expansion();
        expansion.moved(Map.of(at("/item/1"), at("/item/0"), at("/item/0"), at("/item/1")));
        expansion.show(root, Branch.of(List.of(Trees.small().get(1) instanceof dev.posthorn.store.Opened.Good good ? swapped(good) : null)), false);
        assertEquals(before, item("/item/0"));
        assertTrue(item("/item/0").isExpanded());
    }

    private static dev.posthorn.store.Opened swapped(dev.posthorn.store.Opened.Good good) {
        return Trees.good("Creatio", Trees.folder("/item/0", "OData 4", good.collection().requests().limit(2).map(r -> Trees.request("/item/0/item/" + r.name(), "GET", r.name(), ""))
                .toArray(dev.posthorn.model.Item[]::new)), Trees.folder("/item/1", "Session"));
    }
}
