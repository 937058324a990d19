package dev.posthorn.lint;

import java.nio.file.Path;

/// One thing that lint found.
///
/// @param line     1-based; 0 where no line is to blame
/// @param rule     a short name that stays: "unknown-key"
/// @param sentence what is wrong and what to do; never the value of a secret
public record Finding(Path file, int line, Severity severity, String rule, String sentence) {

    public enum Severity {
        /// Something is lost or cannot be read.
        ERROR,
        /// It works, but not as it looks, or not for everybody.
        WARNING
    }

    static Finding error(Path file, int line, String rule, String sentence) {
        return new Finding(file, line, Severity.ERROR, rule, sentence);
    }

    static Finding warning(Path file, int line, String rule, String sentence) {
        return new Finding(file, line, Severity.WARNING, rule, sentence);
    }
}
