package dev.posthorn.codegen;

/// How much is written: a whole program that prints the answer, or the request alone in few words.
public enum Style { LONG, SHORT }
