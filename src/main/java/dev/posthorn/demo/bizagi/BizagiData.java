package dev.posthorn.demo.bizagi;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Names;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Property;
import dev.posthorn.demo.data.Schema;
import dev.posthorn.demo.data.Tables;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The processes, cases and people of the played Bizagi, and how they are described.
final class BizagiData {

    static final int CASES = 1_500;
    static final List<String> USERS = List.of("admon", "ann", "bob");

    private static final Instant BEGIN = Instant.parse("2024-03-04T07:30:00Z");
    private static final String[] PROCESSES = {"PurchaseRequest", "VacationRequest", "LoanApproval", "ComplaintHandling", "Onboarding", "TravelExpenses"};
    private static final String[] ENTITIES = {"Customer", "Supplier", "Product", "Country", "Currency", "Request"};
    private static final String[] ACTIVITIES = {"Enter the request", "Approve", "Check the budget", "Order", "Inform the applicant"};
    private static final String[] STAKEHOLDERS = {"Applicant", "Approver", "Accountant", "Manager"};

    private static final Schema DATA = new Schema("Bizagi.Data", "DataContainer", List.of(
            type("stakeholder", "stakeholders", List.of(text("name"), text("displayName"), text("userName")), Navigation.many("cases", "case", "stakeholderId", "stakeholder")),
            type("process", "processes", List.of(text("name"), text("displayName"), Property.of("isPublished", Kind.BOOLEAN)), Navigation.many("cases", "case", "processId", "process")),
            type("case", "cases", List.of(Property.of("caseNumber", Kind.INT), Property.of("processId", Kind.GUID), Property.of("stakeholderId", Kind.GUID), text("state"), text("currentActivity"),
                    Property.of("amount", Kind.DECIMAL), Property.of("createdOn", Kind.DATE_TIME), text("customer")),
                    Navigation.one("process", "process", "cases"), Navigation.one("stakeholder", "stakeholder", "cases"))));

    private static final Schema METADATA = new Schema("Bizagi.Metadata", "MetadataContainer", List.of(
            type("process", "processes", List.of(text("name"), text("displayName"), Property.of("version", Kind.INT)), Navigation.many("activities", "activity", "processId", "process")),
            type("activity", "activities", List.of(text("name"), Property.of("processId", Kind.GUID), text("kind")), Navigation.one("process", "process", "activities")),
            type("entity", "entities", List.of(text("name"), text("displayName"), text("kind")), Navigation.many("attributes", "attribute", "entityId", "entity")),
            type("attribute", "attributes", List.of(text("name"), text("type"), Property.of("entityId", Kind.GUID)), Navigation.one("entity", "entity", "attributes")),
            type("stakeholder", "stakeholders", List.of(text("name"), text("displayName")))));

    private BizagiData() {}

    static Tables data() {
        return new Tables(DATA, BizagiData::dataRows);
    }

    static Tables metadata() {
        return new Tables(METADATA, BizagiData::metadataRows);
    }

    private static Property text(String name) {
        return Property.of(name, Kind.STRING);
    }

    private static EntityType type(String name, String set, List<Property> columns, Navigation... ways) {
        return new EntityType(name, set, "name", Stream.concat(Stream.of(Property.of("id", Kind.GUID).asNeeded()), columns.stream()).toList(), List.of(ways));
    }

    private static Stream<Map<String, Object>> rows(String type, int count, IntFunction<Map<String, Object>> make) {
        return IntStream.range(0, count).mapToObj(i -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("id", Names.id("Bizagi " + type, i));
            row.putAll(make.apply(i));
            return row;
        });
    }

    private static UUID id(String type, int number) {
        return Names.id("Bizagi " + type, number);
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private static Stream<Map<String, Object>> dataRows(String type) {
        return switch (type) {
            case "stakeholder" -> rows(type, STAKEHOLDERS.length * USERS.size(), i -> row("name", STAKEHOLDERS[i % STAKEHOLDERS.length],
                    "displayName", STAKEHOLDERS[i % STAKEHOLDERS.length] + " of " + Names.firm(i), "userName", USERS.get(i / STAKEHOLDERS.length)));
            case "process" -> rows(type, PROCESSES.length, i -> row("name", PROCESSES[i], "displayName", spaced(PROCESSES[i]), "isPublished", i != 4));
            case "case" -> rows(type, CASES, i -> row("caseNumber", 1001L + i, "processId", id("process", i % PROCESSES.length), "stakeholderId", id("stakeholder", i % (STAKEHOLDERS.length * USERS.size())),
                    "state", i % 3 == 0 ? "Completed" : "Running", "currentActivity", i % 3 == 0 ? null : ACTIVITIES[i % ACTIVITIES.length], "amount", BigDecimal.valueOf(2_500 + i * 331L % 900_000, 2),
                    "createdOn", BEGIN.plus(Duration.ofMinutes(53L * i)), "customer", Names.given(i) + " " + Names.family(i)));
            default -> Stream.empty();
        };
    }

    private static Stream<Map<String, Object>> metadataRows(String type) {
        var attributes = new String[] {"Name", "Code", "Amount", "CreatedOn", "Active"};
        return switch (type) {
            case "process" -> rows(type, PROCESSES.length, i -> row("name", PROCESSES[i], "displayName", spaced(PROCESSES[i]), "version", 1L + i % 3));
            case "activity" -> rows(type, PROCESSES.length * ACTIVITIES.length, i -> row("name", ACTIVITIES[i % ACTIVITIES.length], "processId", id("process", i / ACTIVITIES.length), "kind", i % ACTIVITIES.length == 3 ? "Service" : "User"));
            case "entity" -> rows(type, ENTITIES.length, i -> row("name", ENTITIES[i], "displayName", ENTITIES[i], "kind", i == 3 || i == 4 ? "Parameter" : "Master"));
            case "attribute" -> rows(type, ENTITIES.length * attributes.length, i -> row("name", attributes[i % attributes.length], "type", List.of("String", "String", "Currency", "DateTime", "Boolean").get(i % attributes.length),
                    "entityId", id("entity", i / attributes.length)));
            case "stakeholder" -> rows(type, STAKEHOLDERS.length, i -> row("name", STAKEHOLDERS[i], "displayName", STAKEHOLDERS[i]));
            default -> Stream.empty();
        };
    }
}
