package dev.posthorn.vars;

import java.util.function.Supplier;

/// One variable that makes a new value at each use.
///
/// @param name        with its dollar: "$randomCity"
/// @param description what it makes, in a few words
/// @param example     a value such as it makes; shown where no value shall be made
record Dynamic(String name, String description, String example, Supplier<String> maker) {}
