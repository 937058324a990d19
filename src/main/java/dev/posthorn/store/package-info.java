/// The disk: the workspace of open files and folders, watched and edited in place; atomic files, drafts, versions, settings and history. Floor 7.
/// Read first: `Workspace`, then `Edits`.
package dev.posthorn.store;
