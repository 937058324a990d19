package dev.posthorn.exports;

import dev.posthorn.formats.Source;

/// One form that a collection or environment can be written in. A new one is one implementation and one line in `Exporters.ALL`.
public interface Exporter {

    /// As typed behind `--to`: "v2.1".
    String id();

    /// As shown to the user: "Postman 2.1".
    String name();

    /// The ending of the files it makes, with its dot: ".json"; empty where it makes a folder.
    String ending();

    /// Whether it has a form for this; an environment has none in OpenAPI, for instance.
    boolean takes(Source source);

    /// Called only where `takes` said yes.
    Exported export(Source source);
}
