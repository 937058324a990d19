package dev.posthorn.exports;

import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.V3Export;
import java.util.List;

/// Writes Postman 3.0 folders, and beside them what 3.0 has no place for.
final class PostmanFolder implements Exporter {

    @Override
    public String id() {
        return "v3";
    }

    @Override
    public String name() {
        return "Postman 3.0 folder";
    }

    @Override
    public String ending() {
        return "";
    }

    @Override
    public boolean takes(Source source) {
        return true;
    }

    @Override
    public Exported export(Source source) {
        var written = V3Export.write(List.of(source));
        return new Exported(written.files().stream().map(f -> new Exported.File(f.path(), f.bytes())).toList(), written.report());
    }
}
