package dev.posthorn.store;

import dev.posthorn.model.Request;
import java.nio.file.Path;

/// An unsaved edit.
///
/// @param key    names the draft among all; the window's choice, for instance a random one per tab
/// @param file   the collection or environment it belongs to; null for a new request
/// @param itemId the id of the request or folder in that collection; "" for a new request and for a collection itself; of an environment its name
///               or "#globals"
/// @param name   as the tab shows it
/// @param base   what was on disk when the editing began; null for a new request
/// @param draft  what the user made of it, of the same kind as `base`
public record DraftEntry(String key, Path file, String itemId, String name, DraftContent base, DraftContent draft) {

    /// Of a request.
    public DraftEntry(String key, Path file, String itemId, String name, Request base, Request draft) {
        this(key, file, itemId, name, base == null ? null : new DraftContent.OfRequest(base), new DraftContent.OfRequest(draft));
    }
}
