package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text of a request, with the places where a variable of the program stands: `Bearer ` and then `TOKEN`.
///
/// @param pieces in order; no two literals after each other, and none is empty
public record Text(List<Piece> pieces) {

    public sealed interface Piece {

        record Literal(String text) implements Piece {}

        /// A value that the program gets from its environment.
        ///
        /// @param name in capital letters, as names of environment variables are
        record Slot(String name) implements Piece {}
    }

    public static final Text EMPTY = new Text(List.of());

    public Text {
        var merged = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Literal(var more) && !merged.isEmpty() && merged.getLast() instanceof Piece.Literal(var before)) {
                merged.set(merged.size() - 1, new Piece.Literal(before + more));
            } else if (!(piece instanceof Piece.Literal(var text) && text.isEmpty())) {
                merged.add(piece);
            }
        }
        pieces = List.copyOf(merged);
    }

    public static Text of(String literal) {
        return new Text(List.of(new Piece.Literal(literal)));
    }

    public static Text slot(String name) {
        return new Text(List.of(new Piece.Slot(name)));
    }

    public Text and(Text more) {
        return new Text(Stream.concat(pieces.stream(), more.pieces.stream()).toList());
    }

    public Text and(String literal) {
        return and(of(literal));
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// Whether no variable is in it.
    public boolean fixed() {
        return pieces.stream().noneMatch(Piece.Slot.class::isInstance);
    }

    /// The name of the variable, where the text is nothing but that; else null.
    String onlySlot() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Slot(var name) ? name : null;
    }

    public Stream<String> slots() {
        return pieces.stream().filter(Piece.Slot.class::isInstance).map(s -> ((Piece.Slot) s).name());
    }

    /// The literal parts after each other: for questions about what is in it.
    public String literals() {
        return pieces.stream().map(p -> p instanceof Piece.Literal(var text) ? text : "").collect(Collectors.joining());
    }

    /// The text with each literal and each variable written in a language's own way.
    public String written(UnaryOperator<String> literal, UnaryOperator<String> slot) {
        return pieces.stream().map(p -> switch (p) {
            case Piece.Literal(var text) -> literal.apply(text);
            case Piece.Slot(var name) -> slot.apply(name);
        }).collect(Collectors.joining());
    }

    /// With the literal parts changed.
    Text with(UnaryOperator<String> change) {
        return new Text(pieces.stream().<Piece>map(p -> p instanceof Piece.Literal(var text) ? new Piece.Literal(change.apply(text)) : p).toList());
    }

    /// True where one of these characters is in a literal part.
    boolean has(String characters) {
        return literals().chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /// True where all literal parts are ASCII.
    boolean ascii() {
        return literals().chars().allMatch(c -> c < 0x80);
    }

    boolean startsWith(String prefix) {
        return !pieces.isEmpty() && pieces.getFirst() instanceof Piece.Literal(var text) && text.startsWith(prefix);
    }
}
