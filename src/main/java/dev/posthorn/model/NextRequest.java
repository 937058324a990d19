package dev.posthorn.model;

/// Which request a script wants next in a run.
///
/// @param request its id or its name; null ends the round
public record NextRequest(String request) {}
