/// The request editor: URL bar and its tabs. Floor 11. Read first: `RequestPane`.
package dev.posthorn.ui.request;
