/// The OData explorer: a service's sets and types in a tree, queries made by a form, answers as a grid that can be changed. Floor 11.
/// Read first: `ExplorerPane`, `ExplorerServices`, `Asking`.
package dev.posthorn.ui.odata;
