package dev.posthorn.model;

/// A node of a collection's tree. `id` is opaque, unique in its collection, and stable while the collection is open.
public sealed interface Item permits Folder, RequestItem, OtherItem, BadItem {

    String id();

    String name();
}
