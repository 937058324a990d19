package dev.posthorn.model;

import java.time.Instant;

/// One exchange as the engine made it, told when it is over: for the console. Every exchange is told, also those inside a redirect, of an
/// authorization round, or with a proxy.
///
/// @param sent     complete, with all automatic headers
/// @param received the answer, or the part of it that came; null where nothing did
/// @param failure  null where all went well
/// @param trace    also where no answer came
public record Traffic(Instant at, Wire sent, Response received, Failure failure, Hop.Why why, Trace trace) {}
