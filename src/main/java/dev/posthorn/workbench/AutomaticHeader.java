package dev.posthorn.workbench;

import dev.posthorn.http.AutomaticHeaders;

/// A header that the program adds by itself, as the Headers tab shows it before anything is sent.
///
/// @param value `AutomaticHeaders.LATER`, also within it, where it depends on the send
/// @param key   its name in `disabledSystemHeaders`, empty for what the authorization adds
/// @param from  the folder or collection whose settings switch it off or (where the request says otherwise) would; empty for the request itself
public record AutomaticHeader(String name, String value, String key, AutomaticHeaders.State state, String from) {}
