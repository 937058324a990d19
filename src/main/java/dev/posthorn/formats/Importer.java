package dev.posthorn.formats;

/// One kind of file that can be opened. A new kind is one implementation and one line in `Importers.ALL`.
public interface Importer {

    /// As shown to the user: "Postman 2.1".
    String name();

    /// Whether the file is of this kind, told from its content and never from its name. Must be quick and must not fail.
    boolean recognises(Document document);

    /// Called only where `recognises` said yes.
    ReadResult read(Document document);
}
