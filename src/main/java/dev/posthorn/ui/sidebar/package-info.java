/// The left side: collections, environments, history. Floor 10. Read first: `CollectionsPane`.
package dev.posthorn.ui.sidebar;
