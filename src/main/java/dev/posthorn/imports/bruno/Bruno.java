package dev.posthorn.imports.bruno;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/// Opens Bruno collections: the folder with its `bruno.json`, that file itself, or one `.bru` request alone.
public final class Bruno implements Importer {

    private static final Pattern REQUEST = Pattern.compile("(?m)^(get|post|put|delete|patch|options|head|connect|trace|http)\\s*\\{\\s*$");
    private static final Pattern META = Pattern.compile("\\A\\uFEFF?\\s*(meta|get|post|put|delete|patch|options|head|http|vars|headers|auth|query|params:\\w+)\\s*\\{\\s*\\R");

    @Override
    public String name() {
        return "Bruno";
    }

    @Override
    public boolean recognises(Document document) {
        if (document.folder()) {
            return Files.isRegularFile(document.file().resolve(BruFolder.CONFIG));
        }
        if (document.json() != null) {
            var root = document.root();
            return root.text("type").equals("collection") && root.has("version") && root.has("name") && !root.has("item") && !root.has("items")
                    && document.file().getFileName().toString().equals(BruFolder.CONFIG);
        }
        return META.matcher(document.text()).find();
    }

    @Override
    public ReadResult read(Document document) {
        if (document.folder()) {
            return new BruFolder(document.file()).read();
        }
        return document.json() != null ? new BruFolder(document.file().toAbsolutePath().getParent()).read() : alone(document);
    }

    /// A file that was opened without its collection: a request, or an environment.
    private static ReadResult alone(Document document) {
        try {
            var fallback = document.file().getFileName().toString().replaceFirst("\\.bru$", "");
            var request = REQUEST.matcher(document.text()).find();
            var tree = request ? BruTree.request(document.text()) : BruTree.environment(document.text());
            var root = Tracked.of(tree.root());
            var ledger = new Ledger(new BrunoVariables());
            ledger.file("", tree::place);
            if (!request) {
                return root.has("variables") ? new ReadResult.OfEnvironment("Bruno environment", BruFolder.environment(root, fallback, ledger), ledger.report())
                        : new ReadResult.NotOne("This is a file of a Bruno collection without a request of its own: open the folder it belongs to.", 0, 0);
            }
            var given = root.get("info").text("name");
            var name = given.isEmpty() ? fallback : given;
            ledger.open(name, root);
            root.get("info").skip("type", "seq");
            var item = new OpenItems(ledger).item(root, "", name, Inherited.NOTHING);
            ledger.close();
            return new ReadResult.OfCollection("Bruno", new Collection(name, "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(item)), ledger.report());
        } catch (BruProblem e) {
            return new ReadResult.NotOne("This looks like a file of Bruno's, but " + e.getMessage() + " (line " + e.line() + ").", e.line(), 1);
        }
    }
}
