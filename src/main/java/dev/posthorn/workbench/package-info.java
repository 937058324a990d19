/// What the program does, without a window: open a workspace, send, run. Plain listeners, no JavaFX. Floor 8.
/// Read first: `Workbench`, then `Send`.
package dev.posthorn.workbench;
