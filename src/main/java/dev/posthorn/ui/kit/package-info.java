/// What every pane is made of: the gate to the FX thread, tables, forms, icons, dialogs, themes. Floor 9.
/// Read first: `Fx`, then `EntryTable`.
package dev.posthorn.ui.kit;
