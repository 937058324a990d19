package dev.posthorn.ui.response;

import dev.posthorn.model.Script;

/// A place in a script, to go to.
///
/// @param level  whose script: "collection Shop", "folder Orders", "request Get an order"
/// @param item   the id of the folder or request; empty for the collection's, and for a request that is saved nowhere
/// @param line   from 1; 0 where unknown
/// @param column from 1; 0 where unknown
public record ScriptSpot(Script.Phase phase, String level, String item, int line, int column) {}
