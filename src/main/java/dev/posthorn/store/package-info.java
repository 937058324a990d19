/// The disk: workspace folders, atomic files, settings and history. Floor 6. Read first: `Workspace`.
package dev.posthorn.store;
