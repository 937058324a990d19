/// JSON and YAML texts as trees that know where each value stands, and edits of them that change the edited values and nothing else. Floor 1.
/// Read first: `Json`, then `JsonPatch`.
package dev.posthorn.tree;
