package dev.posthorn.store;

import dev.posthorn.model.Request;
import java.time.Instant;

/// A request as it was saved once.
///
/// @param at when it was replaced by a later one
public record Version(Instant at, String name, Request request) {}
