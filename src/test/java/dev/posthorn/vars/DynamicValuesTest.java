package dev.posthorn.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DynamicValuesTest {

    private static final DynamicValues VALUES = new DynamicValues(Clock.fixed(Instant.parse("2026-11-21T10:00:00.120Z"), ZoneOffset.UTC), new Random(7));

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String DATE = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \\d\\d \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\\+0000 \\(Coordinated Universal Time\\)";
    private static final String NAME = "[A-Z][A-Za-z']+";
    private static final String WORDS = "[\\p{L}\\d/'&. -]+";
    private static final String SENTENCE = "[A-Z][a-z]*( [a-z]+){2,9}\\.";
    private static final String PATH = "(/[\\w+]+)+";
    private static final String USER = "[A-Z][A-Za-z]+([._][A-Za-z]+)?\\d{0,2}";
    private static final String DOMAIN = "[a-z]+\\.(com|biz|info|name|net|org)";
    private static final String FILE = "[a-z0-9_]+\\.[a-z0-9]+";

    /// A name and what its values match, set apart by a space; the forms are those of Postman's documented examples.
    private static final List<String> FORMS = List.of("$guid " + UUID, "$timestamp \\d{10}", "$isoTimestamp \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
            "$randomUUID " + UUID, "$randomAlphaNumeric [a-z0-9]", "$randomBoolean true|false", "$randomInt \\d{1,3}|1000", "$randomColor [a-z]+( [a-z]+)?",
            "$randomHexColor #[0-9a-f]{6}", "$randomAbbreviation [A-Z]{2,4}", "$randomIP \\d{1,3}(\\.\\d{1,3}){3}", "$randomIPV6 [0-9a-f]{4}(:[0-9a-f]{4}){7}",
            "$randomMACAddress [0-9a-f]{2}(:[0-9a-f]{2}){5}", "$randomPassword \\w{15}", "$randomLocale [a-z]{2}", "$randomUserAgent .*Mozilla.*|Opera.*|.+/.+",
            "$randomProtocol https?", "$randomSemver \\d\\.\\d\\.\\d", "$randomFirstName " + NAME, "$randomLastName " + NAME, "$randomFullName " + WORDS,
            "$randomNamePrefix (Mr|Mrs|Ms|Dr)\\.|Miss", "$randomNameSuffix Jr\\.|Sr\\.|I{1,3}|IV|V|MD|DDS|PhD|DVM", "$randomJobArea " + WORDS,
            "$randomJobDescriptor " + WORDS, "$randomJobTitle " + WORDS, "$randomJobType " + WORDS, "$randomPhoneNumber [2-9]\\d\\d-[2-9]\\d\\d-\\d{4}",
            "$randomPhoneNumberExt \\d{1,2}-[2-9]\\d\\d-[2-9]\\d\\d-\\d{4}", "$randomCity " + WORDS, "$randomStreetName " + NAME + " [A-Z][a-z]+",
            "$randomStreetAddress \\d{3,5} " + NAME + " [A-Z][a-z]+", "$randomCountry .+", "$randomCountryCode [A-Z]{2}", "$randomLatitude -?\\d{1,2}\\.\\d{4}",
            "$randomLongitude -?\\d{1,3}\\.\\d{4}", "$randomAvatarImage https://cdn\\.fakercloud\\.com/avatars/\\w+_128\\.jpg",
            "$randomImageUrl http://placeimg\\.com/640/480", "$randomImageDataUri data:image/svg\\+xml;charset=UTF-8,%3Csvg.*", "$randomBankAccount \\d{8}",
            "$randomBankAccountName [A-Z][A-Za-z ]+ Account", "$randomCreditCardMask \\d{4}", "$randomBankAccountBic [A-Z]{7}1([A-Z0-9]{3})?",
            "$randomBankAccountIban [A-Z]{2}\\d{2}[A-Z0-9]{11,30}", "$randomTransactionType deposit|withdrawal|payment|invoice", "$randomCurrencyCode [A-Z]{3}",
            "$randomCurrencyName .+", "$randomCurrencySymbol \\S+", "$randomBitcoin [13][A-Za-z0-9]{24,33}", "$randomCompanyName [A-Z].+",
            "$randomCompanySuffix Inc|and Sons|LLC|Group", "$randomBs \\S+ .+", "$randomBsAdjective .+", "$randomBsBuzz [a-z-]+", "$randomBsNoun .+",
            "$randomCatchPhrase [A-Z]\\S+ .+", "$randomCatchPhraseAdjective [A-Z].+", "$randomCatchPhraseDescriptor .+", "$randomCatchPhraseNoun .+",
            "$randomDatabaseColumn [a-zA-Z]+", "$randomDatabaseType [a-z]+", "$randomDatabaseCollation [a-z0-9]+_[a-z_]+", "$randomDatabaseEngine [A-Za-z]+",
            "$randomDateFuture " + DATE, "$randomDatePast " + DATE, "$randomDateRecent " + DATE, "$randomWeekday [A-Z][a-z]+day", "$randomMonth [A-Z][a-z]{2,8}",
            "$randomDomainName " + DOMAIN, "$randomDomainSuffix com|biz|info|name|net|org", "$randomDomainWord [a-z]+", "$randomEmail " + USER + "@(gmail|yahoo|hotmail)\\.com",
            "$randomExampleEmail " + USER + "@example\\.(com|org|net)", "$randomUserName " + USER, "$randomUrl https?://" + DOMAIN, "$randomFileName " + FILE,
            "$randomFileType [a-z]+", "$randomFileExt [a-z0-9]+", "$randomCommonFileName " + FILE, "$randomCommonFileType video|audio|image|text|application",
            "$randomCommonFileExt [a-z0-9]+", "$randomFilePath " + PATH + "/" + FILE, "$randomDirectoryPath " + PATH, "$randomMimeType [a-z]+/[a-z0-9.+-]+",
            "$randomPrice \\d{1,3}\\.\\d\\d|1000\\.00", "$randomProduct [A-Z][a-z]+", "$randomProductAdjective " + WORDS, "$randomProductMaterial [A-Z][a-z]+",
            "$randomProductName " + WORDS, "$randomDepartment [A-Z][a-z]+", "$randomNoun .+", "$randomVerb [a-z ]+", "$randomIngverb .*ing.*",
            "$randomAdjective .+", "$randomWord \\S+", "$randomWords \\S+( \\S+){1,4}", "$randomPhrase [A-Z].+!", "$randomLoremWord [a-z]+",
            "$randomLoremWords [a-z]+( [a-z]+){2}", "$randomLoremSentence " + SENTENCE, "$randomLoremSentences " + SENTENCE + "( " + SENTENCE + "){1,5}",
            "$randomLoremParagraph " + SENTENCE + "( " + SENTENCE + "){2,5}", "$randomLoremParagraphs (?s).+\n \r.+\n \r.+", "$randomLoremText (?s).+",
            "$randomLoremSlug [a-z]+(-[a-z]+){2}", "$randomLoremLines " + SENTENCE + "(\n" + SENTENCE + "){0,4}");

    private static Stream<String> forms() {
        var pictures = Stream.of("Abstract", "Animals", "Business", "Cats", "City", "Food", "Nightlife", "Fashion", "People", "Nature", "Sports", "Transport")
                .map(s -> "$random" + s + "Image http://placeimg\\.com/640/480/" + s.toLowerCase(java.util.Locale.ROOT));
        return Stream.concat(FORMS.stream(), pictures);
    }

    @Test
    void eachOfPostmansVariablesMakesValuesOfItsForm() {
        var wrong = forms().flatMap(form -> {
            var name = form.substring(0, form.indexOf(' '));
            var pattern = form.substring(form.indexOf(' ') + 1);
            return Stream.generate(() -> VALUES.find(name).map(Scope.Found::value).orElse("there is none")).limit(25).filter(v -> !v.matches(pattern)).limit(1)
                    .map(value -> name + ": " + value);
        }).toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void thereAre118AndNoOthers() {
        assertEquals(118, VALUES.names().size());
        assertEquals(forms().map(f -> f.substring(0, f.indexOf(' '))).sorted().toList(), VALUES.names().stream().sorted().toList());
        assertTrue(VALUES.find("$randomNothing").isEmpty());
    }

    @Test
    void whoLooksSeesAnExampleAndWordsAndNoNewValue() {
        for (var name : VALUES.names()) {
            assertEquals(VALUES.look(name), VALUES.look(name));
            assertFalse(VALUES.about(name).orElse("").isBlank(), name);
        }
        assertEquals("7.0.5", VALUES.look("$randomSemver").orElseThrow().value());
    }

    @Test
    void valuesDifferFromUseToUse() {
        var different = Stream.generate(() -> VALUES.find("$randomFullName").orElseThrow().value()).limit(50).distinct().count();
        assertTrue(different > 20, () -> "only " + different);
    }

    @Test
    void datesLieWhereTheirNamesSay() {
        var future = VALUES.find("$randomDateFuture").orElseThrow().value();
        assertTrue(future.contains(" 2026 ") || future.contains(" 2027 "), future);
        var recent = VALUES.find("$randomDateRecent").orElseThrow().value();
        assertTrue(recent.contains("Nov 21 2026") || recent.contains("Nov 20 2026"), recent);
    }
}
