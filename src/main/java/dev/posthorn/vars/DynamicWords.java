package dev.posthorn.vars;

import java.util.List;
import java.util.Locale;

/// Words, with sense and without.
record DynamicWords(Picks picks, Fakes fakes) {

    /// What a random word is taken from.
    private static final List<String> SOURCES = List.of("commerce.department", "commerce.product_name.adjective", "commerce.product_name.material",
            "commerce.product_name.product", "color.name", "hacker.abbreviation", "hacker.adjective", "hacker.noun", "hacker.verb", "hacker.ingverb",
            "name.title.descriptor", "name.title.level", "name.title.job");

    List<Dynamic> all() {
        return java.util.stream.Stream.of(hackers(), latin()).flatMap(List::stream).toList();
    }

    private List<Dynamic> hackers() {
        return List.of(
                new Dynamic("$randomWord", "A word", "withdrawal", this::word),
                new Dynamic("$randomWords", "Two to five words", "Samoa Synergistic sticky copying", () -> picks.joined(picks.between(2, 5), " ", this::word)),
                new Dynamic("$randomAbbreviation", "An abbreviation", "SQL", () -> fakes.word("hacker.abbreviation")),
                new Dynamic("$randomAdjective", "An adjective", "auxiliary", () -> fakes.word("hacker.adjective")),
                new Dynamic("$randomNoun", "A noun", "matrix", () -> fakes.word("hacker.noun")),
                new Dynamic("$randomVerb", "A verb", "index", () -> fakes.word("hacker.verb")),
                new Dynamic("$randomIngverb", "A verb that ends in -ing", "synthesizing", () -> fakes.word("hacker.ingverb")),
                new Dynamic("$randomPhrase", "A sentence", "We need to copy the online CSS microchip!", this::phrase));
    }

    private List<Dynamic> latin() {
        return List.of(
                new Dynamic("$randomLoremWord", "A word of Latin", "est", this::lorem),
                new Dynamic("$randomLoremWords", "Three words of Latin", "vel repellat nobis", () -> lorem(3, " ")),
                new Dynamic("$randomLoremSentence", "A sentence of Latin", "Molestias consequuntur nisi non quod.", this::sentence),
                new Dynamic("$randomLoremSlug", "Latin as it stands in an address", "eos-aperiam-accusamus", () -> lorem(3, "-")),
                new Dynamic("$randomLoremSentences", "Two to six sentences of Latin", "Et sint voluptas similique iure amet. Qui commodi.", () -> sentences(2, 6)),
                new Dynamic("$randomLoremParagraph", "A paragraph of Latin", "Ab aliquid odio iste quo voluptas. Et sed qui eum. Rerum sint.", this::paragraph),
                new Dynamic("$randomLoremParagraphs", "Three paragraphs of Latin", "Voluptatem rem magnam aliquam ab. Sed qui.", this::paragraphs),
                new Dynamic("$randomLoremText", "Some Latin", "Quisquam asperiores exercitationem ut ipsum.", this::text),
                new Dynamic("$randomLoremLines", "One to five lines of Latin", "Ducimus in ut mollitia.", this::lines));
    }

    String word() {
        var word = fakes.word(picks.one(SOURCES));
        return picks.one(List.of(word.split("[ -]")));
    }

    private String lorem() {
        return fakes.word("lorem.words");
    }

    private String lorem(int count, String between) {
        return picks.joined(count, between, this::lorem);
    }

    private String sentence() {
        var words = lorem(picks.between(3, 10), " ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private String sentences(int least, int most) {
        return picks.joined(picks.between(least, most), " ", this::sentence);
    }

    private String paragraph() {
        return sentences(3, 6);
    }

    private String paragraphs() {
        return picks.joined(3, "\n \r", this::paragraph);
    }

    private String lines() {
        return picks.joined(picks.between(1, 5), "\n", this::sentence);
    }

    private String text() {
        return switch (picks.between(0, 6)) {
            case 0 -> lorem();
            case 1 -> lorem(3, " ");
            case 2 -> sentence();
            case 3 -> sentences(2, 6);
            case 4 -> paragraph();
            case 5 -> paragraphs();
            default -> lines();
        };
    }

    private String phrase() {
        var adjective = fakes.word("hacker.adjective");
        var abbreviation = fakes.word("hacker.abbreviation");
        var noun = fakes.word("hacker.noun");
        var verb = fakes.word("hacker.verb");
        var other = fakes.word("hacker.noun");
        return switch (picks.between(0, 5)) {
            case 0 -> "If we " + verb + " the " + other + ", we can get to the " + abbreviation + " " + noun + " through the " + adjective + " "
                    + fakes.word("hacker.abbreviation") + " " + fakes.word("hacker.noun") + "!";
            case 1 -> "We need to " + verb + " the " + adjective + " " + abbreviation + " " + noun + "!";
            case 2 -> "Try to " + verb + " the " + abbreviation + " " + noun + ", maybe it will " + fakes.word("hacker.verb") + " the " + adjective + " " + other + "!";
            case 3 -> "You can't " + verb + " the " + noun + " without " + fakes.word("hacker.ingverb") + " the " + adjective + " " + abbreviation + " " + other + "!";
            case 4 -> "The " + abbreviation + " " + noun + " is down, " + verb + " the " + adjective + " " + other + " so we can " + fakes.word("hacker.verb")
                    + " the " + fakes.word("hacker.abbreviation") + " " + fakes.word("hacker.noun") + "!";
            default -> "I'll " + verb + " the " + adjective + " " + abbreviation + " " + noun + ", that should " + fakes.word("hacker.noun") + " the "
                    + fakes.word("hacker.abbreviation") + " " + other + "!";
        };
    }
}
