package dev.posthorn.js;

import java.util.List;

/// A function of ours that scripts can call. Arguments and answer are plain values: null, Boolean, Integer, Double, String, List, Map; what has no
/// such form (a function, a symbol) comes as its text.
@FunctionalInterface
public interface Callback {

    /// What it throws becomes an Error in the script, with the exception's message.
    Object call(List<Object> arguments);
}
