package dev.posthorn.model;

/// What an authorization noticed in an exchange: "Answered the challenge of "api" with SHA-256."
///
/// @param bad true where something is wrong that does not show in the answer, such as a server that could not prove itself
public record Remark(String sentence, boolean bad) {}
