package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Templates;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// Bruno writes variables as Postman does; what it reads from elsewhere is told.
final class BrunoVariables implements Templates {

    private static final Pattern ELSEWHERE = Pattern.compile("\\{\\{\\s*(process\\.env\\.|\\?)[^{}]*}}");

    @Override
    public Templated translate(String text) {
        if (!text.contains("{{")) {
            return Templated.same(text);
        }
        var changes = new ArrayList<Change>();
        var found = ELSEWHERE.matcher(text);
        while (found.find()) {
            changes.add(new Change(found.group(), "", found.group(1).equals("?") ? "it asks when it is sent, which Postman does not: it is kept as it is written"
                    : "it reads the environment of the process or a .env file: make a variable of this name, or read the .env file as an environment"));
        }
        return new Templated(text, changes);
    }
}
