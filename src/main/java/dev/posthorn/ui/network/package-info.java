/// The network settings: proxy, names, certificates, limits. Floor 11, a pane like the others.
/// Read first: `NetworkPane`.
package dev.posthorn.ui.network;
