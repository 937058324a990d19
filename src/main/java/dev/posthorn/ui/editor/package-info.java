/// The code editor for what people type, and its small components. Floor 10, and the only package that imports RichTextFX.
/// Read first: `CodeEditor`.
package dev.posthorn.ui.editor;
