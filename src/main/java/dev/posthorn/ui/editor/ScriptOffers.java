package dev.posthorn.ui.editor;

import dev.posthorn.model.Script;
import dev.posthorn.text.Span;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Works out what could be meant at a place of a script: members of a chain, variable names in strings, words of the script, snippets.
final class ScriptOffers {

    private static final Pattern VARIABLE = Pattern.compile("(environment|globals|collectionVariables|variables|iterationData)\\s{0,9}\\.\\s{0,9}(?:get|set|has|unset)\\s{0,9}\\(\\s{0,9}([\"'`])([^\"'`]{0,200})$");
    private static final Pattern OLDER = Pattern.compile("postman\\s{0,9}\\.\\s{0,9}(?:get|set|clear)(Environment|Global)Variable\\s{0,9}\\(\\s{0,9}([\"'`])([^\"'`]{0,200})$");
    private static final Pattern REQUEST = Pattern.compile("(?:setNextRequest|runRequest)\\s{0,9}\\(\\s{0,9}([\"'`])([^\"'`]{0,200})$");
    private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}\"'`]{0,200})$");
    private static final Map<String, String> SCOPES = Map.of("environment", "environment ", "Environment", "environment ", "globals", "globals", "Global", "globals",
            "collectionVariables", "collection ", "variables", "", "iterationData", "data file");
    private static final int LONGEST_SEARCHED = 200_000;
    private static final int MOST = 200;
    private static final int MOST_WORDS = 2_000;

    private final ScriptApi api;
    private final List<Snippet> snippets;
    private final Script.Phase phase;
    private final Supplier<Scopes> scopes;
    private final Supplier<List<String>> requests;

    ScriptOffers(ScriptApi api, Script.Phase phase, Supplier<Scopes> scopes, Supplier<List<String>> requests) {
        this.api = api;
        this.phase = phase;
        this.scopes = scopes;
        this.requests = requests;
        snippets = Snippet.load().stream().filter(s -> s.fits(phase)).toList();
    }

    /// What is offered at a place, the best first.
    ///
    /// @param start where the typed word begins, which an offer replaces
    /// @param exact true where the word is one of the offers already: Enter means the text then
    record Found(int start, List<Offer> offers, boolean exact) {

        static final Found NONE = new Found(0, List.of(), false);
    }

    /// @param asked true where the user asked for it: words and snippets are offered then too
    Found at(String text, int caret, boolean asked) {
        var lineStart = text.lastIndexOf('\n', caret - 1) + 1;
        var line = text.substring(lineStart, caret);
        var named = names(line);
        if (named != null) {
            return ranked(caret - named.typed().length(), named.typed(), named.offers());
        }
        if (inTextOrComment(line)) {
            return Found.NONE;
        }
        var chain = Chain.before(text, caret);
        if (chain == null || chain.links().isEmpty() && !asked) {
            return Found.NONE;
        }
        if (chain.links().isEmpty()) {
            return ranked(chain.start(), chain.word(), words(text, chain));
        }
        var called = caret < text.length() && text.charAt(caret) == '(';
        return api.type(chain.resolved(near(text, caret)).links()).map(type -> ranked(chain.start(), chain.word(), members(type, called))).orElse(Found.NONE);
    }

    private static String near(String text, int caret) {
        return text.length() <= LONGEST_SEARCHED ? text : text.substring(Math.max(0, caret - LONGEST_SEARCHED), caret);
    }

    /// Looked at from the start of the line alone: enough to tell, and quick.
    private static boolean inTextOrComment(String line) {
        var spans = Tokenizers.of("javascript").tokens(line);
        var last = spans.isEmpty() ? null : spans.getLast();
        if (last == null || last.end() < line.length()) {
            return false;
        }
        return last.kind() == Span.Kind.COMMENT || last.kind() == Span.Kind.STRING && !closed(line.substring(last.start()));
    }

    private static boolean closed(String string) {
        return string.length() > 1 && string.charAt(0) == string.charAt(string.length() - 1);
    }

    private record Names(String typed, List<Offer> offers) {}

    /// Names of variables or requests, where one is being typed; null elsewhere.
    private Names names(String line) {
        for (var pattern : List.of(VARIABLE, OLDER)) {
            var found = pattern.matcher(line);
            if (found.find()) {
                return new Names(found.group(3), variables(SCOPES.get(found.group(1)), ""));
            }
        }
        var request = REQUEST.matcher(line);
        if (request.find()) {
            return new Names(request.group(2), requests.get().stream().distinct().limit(MOST).map(name -> new Offer(name, "request", "", "", "", name)).toList());
        }
        var braces = BRACES.matcher(line);
        return braces.find() ? new Names(braces.group(1), variables("", "}}")) : null;
    }

    private List<Offer> variables(String scope, String behind) {
        var known = scopes.get();
        var seen = new LinkedHashSet<String>();
        var offers = new ArrayList<Offer>();
        for (var one : known.nearestFirst()) {
            if (!one.name().startsWith(scope) || scope.isEmpty() && behind.isEmpty() && one.names().stream().allMatch(n -> n.startsWith("$"))) {
                continue;
            }
            for (var name : one.names()) {
                if (seen.add(name) && offers.size() < MOST_WORDS) {
                    var value = one.find(name).map(f -> f.secret() ? "••••••••" : brief(f.value())).orElse("");
                    offers.add(new Offer(name, value, "", "", "", name + behind));
                }
            }
        }
        return offers;
    }

    private static String brief(String value) {
        var line = value.replace('\n', ' ');
        return line.length() > 40 ? line.substring(0, 39) + "…" : line;
    }

    private List<Offer> members(String type, boolean called) {
        return api.offered(type).stream().map(m -> new Offer(m.name(), m.type().equals("-") || m.type().equals("any") ? "" : m.function() ? "()" : m.type(), m.signature(), m.about(), m.example(), insert(m, called))).toList();
    }

    private static String insert(ScriptApi.Member member, boolean called) {
        if (!member.function() || called) {
            return member.name();
        }
        if (member.owner().equals("pm") && member.name().equals("test")) {
            return "test(\"«name»\", () => {\n  «»\n})";
        }
        return member.name() + (member.signature().endsWith("()") ? "()" : "(«»)");
    }

    /// Global names, snippets, and the words of the script itself.
    private List<Offer> words(String text, Chain chain) {
        var offers = new ArrayList<Offer>();
        snippets.forEach(s -> offers.add(new Offer(s.id(), s.title(), s.title(), "A snippet; Tab goes from one mark to the next.", Snippet.plain(s.code()), s.code())));
        offers.addAll(members(ScriptApi.GLOBAL, false));
        var seen = new LinkedHashSet<String>();
        offers.forEach(o -> seen.add(o.label()));
        var near = near(text, text.length());
        var shift = text.length() - near.length();
        for (var at = 0; at < near.length() && seen.size() < MOST_WORDS;) {
            if (!Character.isJavaIdentifierStart(near.charAt(at))) {
                at++;
                continue;
            }
            var end = at;
            while (end < near.length() && Character.isJavaIdentifierPart(near.charAt(end))) {
                end++;
            }
            var word = near.substring(at, end);
            if (word.length() > 2 && at + shift != chain.start() && seen.add(word)) {
                offers.add(new Offer(word, "", "", "", "", word));
            }
            at = end;
        }
        return offers;
    }

    private static Found ranked(int start, String word, List<Offer> all) {
        var fitting = all.stream().filter(o -> o.fit(word) >= 0).sorted(Comparator.comparingInt(o -> o.fit(word))).limit(MOST).toList();
        return new Found(start, fitting, fitting.stream().anyMatch(o -> o.label().equals(word)));
    }

    /// What is known of the name at that char, for a hint under the mouse; null where it is none of ours.
    Offer about(String text, int index) {
        var end = index;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        var chain = end == index ? null : Chain.before(text, end);
        if (chain == null || inTextOrComment(text.substring(text.lastIndexOf('\n', end - 1) + 1, end))) {
            return null;
        }
        return api.type(chain.resolved(near(text, end)).links()).flatMap(type -> api.member(type, chain.word())).filter(m -> !m.about().isEmpty())
                .map(m -> new Offer(m.name(), "", m.signature(), m.about(), m.example(), "")).orElse(null);
    }

    Script.Phase phase() {
        return phase;
    }
}
