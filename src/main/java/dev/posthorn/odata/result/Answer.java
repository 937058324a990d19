package dev.posthorn.odata.result;

/// What a service answered: a table, one plain value, or an error of its own.
public sealed interface Answer permits Page, PlainValue, ServiceError {}
