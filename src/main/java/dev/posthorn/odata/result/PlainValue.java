package dev.posthorn.odata.result;

/// A value that is no entity: a count, the result of a function, one property.
///
/// @param text null for null
/// @param type such as `Edm.Int32`; "" where the answer does not say
public record PlainValue(String text, String type) implements Answer {}
