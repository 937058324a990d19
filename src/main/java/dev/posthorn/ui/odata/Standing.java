package dev.posthorn.ui.odata;

import java.nio.file.Path;

/// Whose variables and authorization a request has: those of a collection, a folder or a request.
///
/// @param file  the collection's; null for none
/// @param item  id of the folder or request; "" for the collection itself
/// @param words as the list shows it
public record Standing(Path file, String item, String words) {

    public static final Standing NOWHERE = new Standing(null, "", "No collection");

    @Override
    public String toString() {
        return words;
    }
}
