package dev.posthorn.model;

import java.util.List;

/// One part of a multipart/form-data body (RFC 7578): a text field, or one or more files under one key.
///
/// @param entry       key, text value, description and on/off switch
/// @param files       paths as written in the collection; empty for a text part
/// @param file        whether the part is of type "file", also where no file is chosen yet
/// @param contentType the part's own Content-Type, empty for the default
/// @param fileName    the name that is announced to the server, empty for the file's own (and none for text)
public record Part(Entry entry, boolean file, List<String> files, String contentType, String fileName) {

    public Part {
        files = List.copyOf(files);
        contentType = contentType == null ? "" : contentType;
        fileName = fileName == null ? "" : fileName;
    }

    public Part(Entry entry, boolean file, List<String> files, String contentType) {
        this(entry, file, files, contentType, "");
    }

    public static Part text(String key, String value) {
        return new Part(Entry.of(key, value), false, List.of(), "");
    }

    public Part withEntry(Entry changed) {
        return new Part(changed, file, files, contentType, fileName);
    }

    public Part withFiles(List<String> paths) {
        return new Part(entry, true, paths, contentType, fileName);
    }

    public Part withFile(boolean on) {
        return new Part(entry, on, files, contentType, fileName);
    }

    public Part withContentType(String type) {
        return new Part(entry, file, files, type, fileName);
    }

    public Part withFileName(String name) {
        return new Part(entry, file, files, contentType, name);
    }
}
