package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.EnvironmentText;
import dev.posthorn.formats.v3.V3Folder;
import java.io.IOException;
import java.util.List;

/// Opens environments and globals of Postman 3: `Name.environment.yaml`, `workspace.globals.yaml`. The name must say it, since Postman asks for that too.
final class PostmanThreeVariables implements Importer {

    @Override
    public String name() {
        return "Postman 3 environment";
    }

    @Override
    public boolean recognises(Document document) {
        return !document.folder() && EnvironmentText.yaml(document.file());
    }

    @Override
    public ReadResult read(Document document) {
        try {
            var environment = V3Folder.readEnvironment(document.file()).environment();
            return new ReadResult.OfEnvironment(environment.globals() ? "Postman 3 globals" : "Postman 3 environment", environment);
        } catch (IOException e) {
            return new ReadResult.NotOne(sentence(e), line(e), 0);
        }
    }

    private static String sentence(IOException e) {
        var text = String.valueOf(e.getMessage());
        return text.endsWith(".") ? text : text + ".";
    }

    private static int line(IOException e) {
        return e.getCause() instanceof dev.posthorn.tree.YamlProblem problem ? problem.line() : 0;
    }

    @Override
    public List<Source> sources(Document document) {
        try {
            var read = V3Folder.readEnvironment(document.file());
            return List.of(new Source.OfEnvironment(read.environment().name(), read.tree(), read.environment(), Report.EMPTY));
        } catch (IOException e) {
            return List.of();
        }
    }
}
