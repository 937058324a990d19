package dev.posthorn.demo.data;

/// A way from a row to rows of another table.
///
/// @param target  name of the other type
/// @param many    whether it leads to any number of them
/// @param column  that holds the other's key; of the other table where it leads to many
/// @param inverse name of the way back; empty for none
public record Navigation(String name, String target, boolean many, String column, String inverse) {

    public static Navigation one(String name, String target, String inverse) {
        return new Navigation(name, target, false, name + "Id", inverse);
    }

    public static Navigation many(String name, String target, String column, String inverse) {
        return new Navigation(name, target, true, column, inverse);
    }
}
