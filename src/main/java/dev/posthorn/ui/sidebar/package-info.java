/// The left side: collections, environments, history. Floor 11. Read first: `CollectionsPane`.
package dev.posthorn.ui.sidebar;
