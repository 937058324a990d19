package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import java.util.List;

/// What an export made: files with paths relative to its target, `/` between their parts. A single file has the empty path.
///
/// @param report what the form has no place for, row by row
public record Exported(List<File> files, Report report) {

    public Exported {
        files = List.copyOf(files);
    }

    public record File(String path, byte[] bytes) {}

    public static Exported one(byte[] bytes, Report report) {
        return new Exported(List.of(new File("", bytes)), report);
    }
}
