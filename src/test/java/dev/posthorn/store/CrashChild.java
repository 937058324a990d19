package dev.posthorn.store;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/// The program that `CrashTest` kills: it edits random requests as fast as it can, each edit a draft, every third a save, and says so.
public final class CrashChild {

    private static final String PADDING = "a description of some length, so that a write takes its time ".repeat(20);

    /// In the place of a seed: a few edits, then an end.
    static final String SHORT = "short";
    private static final int FEW = 12;

    private CrashChild() {}

    /// A 2.1 file and a 3.0 folder.
    static void write(Path repository) throws IOException {
        var json = new StringBuilder("{\n\t\"info\": {\"name\": \"File\", \"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},\n\t\"item\": [\n");
        var root = repository.resolve("postman/collections/Folder");
        Files.createDirectories(root.resolve(".resources"));
        Files.writeString(root.resolve(".resources/definition.yaml"), "$kind: collection\n");
        for (var i = 0; i < CrashTest.REQUESTS; i++) {
            json.append("\t\t{\"name\": \"j").append(i).append("\", \"request\": {\"method\": \"GET\", \"url\": \"http://x/0\", \"description\": \"").append(PADDING)
                    .append("\"}}").append(i + 1 < CrashTest.REQUESTS ? ",\n" : "\n");
            Files.writeString(root.resolve("y" + i + ".request.yaml"), "$kind: http-request\ndescription: " + PADDING.strip() + "\nurl: http://x/0\nmethod: GET\norder: " + (i + 1) * 1000 + "\n");
        }
        Files.writeString(repository.resolve("file.json"), json + "\t]\n}\n");
    }

    static long number(Request request) {
        return Long.parseLong(request.url().substring("http://x/".length()));
    }

    public static void main(String[] arguments) {
        var home = new Home(Path.of(arguments[1]));
        var edits = arguments[2].equals(SHORT) ? FEW : Integer.MAX_VALUE;
        var random = new Random(arguments[2].hashCode());
        var drafts = new Drafts(home);
        var workspace = new Workspace(home, null, new Versions(home, Clock.systemUTC()));
        workspace.load();
        workspace.open(Path.of(arguments[0]));
        drafts.load();
        System.out.println("ready");
        for (var edit = 0; edit < edits; edit++) {
            var opened = (Opened.Good) workspace.collections().get(random.nextInt(2));
            var item = (RequestItem) opened.collection().items().get(random.nextInt(CrashTest.REQUESTS));
            // Every number is higher than all before it, also than those of the programs that were killed.
            var number = System.currentTimeMillis() * 1000 + edit % 1000;
            var request = item.request().withAddress("http://x/" + number, List.of(), List.of());
            drafts.put(new DraftEntry(item.name(), opened.file(), item.id(), item.name(), item.request(), request));
            System.out.println("D " + item.name() + " " + number + " " + System.currentTimeMillis() + " .");
            if (edit % 3 == 0) {
                if (!(workspace.save(opened, item.id(), request) instanceof SaveResult.Saved)) {
                    throw new IllegalStateException("not saved");
                }
                System.out.println("S " + item.name() + " " + number + " " + System.currentTimeMillis() + " .");
                drafts.remove(item.name());
            }
        }
    }
}
