package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.Names;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the played Creatio begins with: 2,000 accounts, 4,000 contacts, 5,000 activities, always the same.
final class CreatioSeed {

    static final int ACCOUNTS = 2_000;
    static final int CONTACTS = 4_000;
    static final int ACTIVITIES = 5_000;

    private static final Instant BEGIN = Instant.parse("2024-01-08T08:00:00Z");
    private static final String[] TYPES = {"Customer", "Partner", "Supplier", "Competitor", "Our company"};
    private static final String[] STATUSES = {"Not started", "In progress", "Completed", "Canceled"};
    private static final String[] TASKS = {"Call", "Send the offer to", "Visit", "Prepare a contract for", "Answer the complaint of", "Invite", "Ask for payment:"};
    /// Country, its code, a time zone, cities.
    private static final String[][] PLACES = {{"Germany", "DE", "Europe/Berlin", "Köln", "München", "Düsseldorf"}, {"Poland", "PL", "Europe/Warsaw", "Łódź", "Kraków", "Gdańsk"},
        {"France", "FR", "Europe/Paris", "Orléans", "Nîmes", "Lyon"}, {"Ukraine", "UA", "Europe/Kyiv", "Київ", "Lviv", "Odesa"}, {"Spain", "ES", "Europe/Madrid", "Cádiz", "León", "Málaga"},
        {"United Kingdom", "GB", "Europe/London", "London", "York", "St Andrews"}, {"Denmark", "DK", "Europe/Copenhagen", "København", "Århus", "Ålborg"}, {"Türkiye", "TR", "Europe/Istanbul", "İzmir", "Muğla", "İstanbul"},
        {"Japan", "JP", "Asia/Tokyo", "東京", "京都", "大阪"}, {"Czechia", "CZ", "Europe/Prague", "Plzeň", "Brno", "České Budějovice"}, {"United States", "US", "America/New_York", "Boston", "O'Fallon", "Coeur d'Alene"},
        {"Brazil", "BR", "America/Sao_Paulo", "São Paulo", "Brasília", "Curitiba"}, {"Sweden", "SE", "Europe/Stockholm", "Malmö", "Göteborg", "Umeå"}, {"Côte d'Ivoire", "CI", "Africa/Abidjan", "Abidjan", "Bouaké", "Yamoussoukro"}};
    private static final int CITIES = PLACES.length * 3;

    private CreatioSeed() {}

    static Stream<Map<String, Object>> of(String type) {
        return switch (type) {
            case "Account" -> rows(type, ACCOUNTS, CreatioSeed::account);
            case "Contact" -> rows(type, CONTACTS, CreatioSeed::contact);
            case "Activity" -> rows(type, ACTIVITIES, CreatioSeed::activity);
            case "City" -> rows(type, CITIES, i -> row("Name", PLACES[i / 3][3 + i % 3], "TimeZone", PLACES[i / 3][2], "CountryId", Names.id("Country", i / 3)));
            case "Country" -> rows(type, PLACES.length, i -> row("Name", PLACES[i][0], "Code", PLACES[i][1]));
            case "AccountType" -> rows(type, TYPES.length, i -> row("Name", TYPES[i], "Description", ""));
            case "ActivityStatus" -> rows(type, STATUSES.length, i -> row("Name", STATUSES[i], "Finish", i >= 2));
            default -> Stream.empty();
        };
    }

    private static Stream<Map<String, Object>> rows(String type, int count, IntFunction<Map<String, Object>> make) {
        return IntStream.range(0, count).mapToObj(i -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("Id", Names.id(type, i));
            row.put("CreatedOn", BEGIN.plus(Duration.ofMinutes(37L * i)));
            row.put("ModifiedOn", BEGIN.plus(Duration.ofMinutes(37L * i + 11L * (i % 97))));
            row.putAll(make.apply(i));
            return row;
        });
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> account(int i) {
        var city = i * 5 % CITIES;
        var name = Names.firm(i);
        var plain = name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return row("Name", name, "AlternativeName", i % 9 == 0 ? Names.family(i) + " & Co." : "", "Code", "A-%05d".formatted(i + 1), "Phone", "+49 221 55%05d".formatted(i),
                "Web", "https://" + (plain.isEmpty() ? "firm" + i : plain) + ".example", "Address", Names.family(i * 3) + "-Straße " + (1 + i % 120), "Zip", "%05d".formatted(10_000 + i * 13 % 80_000),
                "Notes", i % 4 == 0 ? "Met at the fair; likes \"clear\" offers.\nAsk for " + Names.given(i) + "." : "", "Revenue", BigDecimal.valueOf(1_000_000L + i * 7_919L % 90_000_000L, 2),
                "EmployeesNumber", (long) (1 + i * 31 % 5_000), "IsActive", i % 11 != 0, "TypeId", Names.id("AccountType", i % TYPES.length), "CityId", Names.id("City", city),
                "CountryId", Names.id("Country", city / 3), "PrimaryContactId", Names.id("Contact", i * 2 % CONTACTS), "OwnerId", i % 13 == 0 ? null : Names.id("Contact", i % 20),
                "Logo", i % 10 == 0 ? ("Logo of " + name).getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }

    private static Map<String, Object> contact(int i) {
        var given = i == 0 ? "Supervisor" : Names.given(i - 1);
        var family = i == 0 ? "" : Names.family(i - 1);
        return row("Name", (given + " " + family).strip(), "GivenName", given, "Surname", family, "Dear", i % 5 == 0 ? "Dear " + given : "", "JobTitle", Names.job(i), "Email", "contact" + i + "@posthorn.example",
                "MobilePhone", i % 6 == 0 ? null : "+48 600 %06d".formatted(i), "BirthDate", i % 7 == 0 ? null : LocalDate.of(1950, 1, 1).plusDays(i * 61L % 18_000), "DoNotUseEmail", i % 8 == 0, "Notes", "",
                "AccountId", i == 0 ? null : Names.id("Account", i / 2), "CityId", Names.id("City", i * 11 % CITIES), "Photo", new byte[0]);
    }

    private static Map<String, Object> activity(int i) {
        var start = BEGIN.plus(i, ChronoUnit.HOURS);
        var minutes = 15L * (1 + i % 8);
        return row("Title", TASKS[i % TASKS.length] + " " + Names.firm(i % ACCOUNTS), "StartDate", start, "DueDate", start.plusSeconds(minutes * 60), "DurationInMinutes", minutes,
                "DetailedResult", i % 3 == 0 ? "Done, see the letter of " + Names.family(i) + "." : "", "ShowInScheduler", i % 2 == 0, "StatusId", Names.id("ActivityStatus", i % STATUSES.length),
                "AccountId", Names.id("Account", i % ACCOUNTS), "ContactId", Names.id("Contact", i * 3 % CONTACTS), "OwnerId", Names.id("Contact", i % 20));
    }
}
