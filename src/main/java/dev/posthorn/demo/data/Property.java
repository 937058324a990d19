package dev.posthorn.demo.data;

/// A column.
///
/// @param length the longest text; 0 where that means nothing
/// @param needed cannot be null
public record Property(String name, Kind kind, boolean needed, int length) {

    public static Property of(String name, Kind kind) {
        return new Property(name, kind, false, kind == Kind.STRING ? 250 : 0);
    }

    public Property asNeeded() {
        return new Property(name, kind, true, length);
    }

    public Property withLength(int longest) {
        return new Property(name, kind, needed, longest);
    }
}
