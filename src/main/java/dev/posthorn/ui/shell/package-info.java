/// The window: tabs, actions, command palette, status bar. Floor 12. Read first: `Shell`, then `Actions`.
package dev.posthorn.ui.shell;
