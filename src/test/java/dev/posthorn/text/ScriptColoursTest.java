package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptColoursTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
        "`a${ n + 1 }b` + 2     | STRING[`a] PUNCTUATION[${] NUMBER[1] PUNCTUATION[}] STRING[b`] NUMBER[2]",
        "`${ {a: {}} }` 3       | STRING[`] PUNCTUATION[${] PUNCTUATION[{] KEY[a] PUNCTUATION[{] PUNCTUATION[}] PUNCTUATION[}] PUNCTUATION[}] STRING[`] NUMBER[3]",
        "`x${`y${1}z`}w` if     | STRING[`x] PUNCTUATION[${] STRING[`y] PUNCTUATION[${] NUMBER[1] PUNCTUATION[}] STRING[z`] PUNCTUATION[}] STRING[w`] KEYWORD[if]",
        "`a\\n${ 1\\n }b\\n` 2  | STRING[`a] PUNCTUATION[${] NUMBER[1] PUNCTUATION[}] STRING[b] STRING[`] NUMBER[2]",
        "a = b / 2; /[/]x/g     | NUMBER[2] PUNCTUATION[;] STRING[/[/]x/g]",
        "f(x) / 2 / 3           | PUNCTUATION[(] PUNCTUATION[)] NUMBER[2] NUMBER[3]",
        "async class A {}       | KEYWORD[async] KEYWORD[class] PUNCTUATION[{] PUNCTUATION[}]",
        "`\\`${1}` } /a/        | STRING[`\\`] PUNCTUATION[${] NUMBER[1] PUNCTUATION[}] STRING[`] PUNCTUATION[}]",
        "`${ '}' }`             | STRING[`] PUNCTUATION[${] STRING['}'] PUNCTUATION[}] STRING[`]",
    })
    void templatesHoldCodeAndEndWhereTheyEnd(String script, String coloured) {
        var text = script.replace("\\n", "\n");
        assertEquals(coloured, Tokenizers.of("javascript").tokens(text).stream()
                .map(s -> s.kind() + "[" + text.substring(s.start(), s.end()) + "]").collect(Collectors.joining(" ")));
    }
}
