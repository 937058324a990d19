package dev.posthorn.ui.sidebar;

import java.nio.file.Path;

/// Where something of a collection stands: the collection's file, and the id of the item in it (empty for the collection itself).
public record Place(Path file, String item) {}
