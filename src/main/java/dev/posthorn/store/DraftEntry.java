package dev.posthorn.store;

import dev.posthorn.model.Request;
import java.nio.file.Path;

/// An unsaved edit.
///
/// @param key    names the draft among all; the window's choice, for instance a random one per tab
/// @param file   the collection it belongs to; null for a new request
/// @param itemId the request's id in that collection; "" for a new request
/// @param name   as the tab shows it
/// @param base   what was on disk when the editing began; null for a new request
/// @param draft  what the user made of it
public record DraftEntry(String key, Path file, String itemId, String name, Request base, Request draft) {}
