package dev.posthorn.imports.hoppscotch;

import dev.posthorn.imports.foreign.Templates;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hoppscotch writes `<<name>>` where Postman writes `{{name}}`.
final class HoppscotchVariables implements Templates {

    private static final Pattern VARIABLE = Pattern.compile("<<([^<>\\s{}]+)>>");

    @Override
    public Templated translate(String text) {
        if (!text.contains("<<")) {
            return Templated.same(text);
        }
        var changes = new ArrayList<Change>();
        var result = VARIABLE.matcher(text).replaceAll(match -> {
            var ours = "{{" + match.group(1) + "}}";
            var change = new Change(match.group(), ours, "");
            if (!changes.contains(change)) {
                changes.add(change);
            }
            return Matcher.quoteReplacement(ours);
        });
        return new Templated(result, changes);
    }
}
