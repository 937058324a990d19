package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/// The OData services of the demo server keep to versions 4 and 3.
@Timeout(120)
final class ODataServerTest {

    private static final String FOUR = "/creatio/0/odata/";
    private static final String THREE = "/creatio/0/ServiceModel/EntityDataService.svc/";

    private static Stand stand;

    @BeforeAll
    static void open() throws Exception {
        stand = new Stand();
        stand.bearer();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    private static String first(String set) throws Exception {
        return stand.get(FOUR + set + "?$top=1&$select=Id").with(200).json().get("value").get(0).get("Id").asText();
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bothDescribeThemselves() throws Exception {
        var four = xml(stand.get(FOUR + "$metadata").with(200).body());
        assertEquals("4.0", four.getDocumentElement().getAttribute("Version"));
        assertEquals(7, four.getElementsByTagName("EntitySet").getLength());
        var three = xml(stand.get(THREE + "$metadata").with(200).body());
        assertEquals("1.0", three.getDocumentElement().getAttribute("Version"));
        assertEquals(12, three.getElementsByTagName("Association").getLength());
        assertEquals("Account", stand.get(FOUR).with(200).json().get("value").get(0).get("name").asText());
        assertEquals("AccountCollection", stand.get(THREE).with(200).json().get("value").get(0).get("url").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Account?$filter=Code eq 'A-00007'                                             | 1
            Account?$filter=startswith(Name,'Posthorn') and not contains(Name,'Logistics') | 61
            Account?$filter=Revenue div 2 gt 80000 or EmployeesNumber in (1,32)            | 107
            Account?$filter=OwnerId eq null                                                | 154
            Account?$filter=year(CreatedOn) eq 2024 and CreatedOn lt 2024-01-09T00:00:00Z  | 26
            Account?$filter=Country/Name eq 'Côte d''Ivoire'                               | 143
            Account?$filter=ContactCollectionByAccount/any(c:c/Surname eq 'Postilion')     | 108
            Account?$filter=ContactCollectionByAccount/$count eq 1                         | 1
            Account?$filter=length(trim(tolower(Code))) ge 7&$search=posthorn NOT timber   | 61
            City?$filter=TimeZone ne 'Europe/Berlin'                                       | 39
            """)
    void filtersOfVersionFourFind(String query, int count) throws Exception {
        assertEquals(count, stand.get(FOUR + query + "&$count=true&$top=0").with(200).json().get("@odata.count").asInt());
    }

    @Test
    void pagesFollowUntilAllCameOnce() throws Exception {
        var seen = new HashSet<String>();
        var pages = 0;
        for (var next = FOUR + "Contact?$select=Id&$orderby=Name desc&$top=1200"; !next.isEmpty(); pages++) {
            var page = stand.get(next).with(200).json();
            page.get("value").forEach(row -> assertTrue(seen.add(row.get("Id").asText())));
            next = page.path("@odata.nextLink").asText().replace(stand.demo.address(), "");
        }
        assertEquals(1200, seen.size());
        assertEquals(3, pages);
    }

    @Test
    void nestedRowsMediaAndValuesAreRead() throws Exception {
        var row = stand.get(FOUR + "Account?$top=1&$select=Name&$expand=City($select=Name;$expand=Country($select=Code)),ContactCollectionByAccount($top=1;$count=true)").with(200).json().get("value").get(0);
        assertEquals("DE", row.get("City").get("Country").get("Code").asText());
        assertEquals(1, row.get("ContactCollectionByAccount").size());
        assertFalse(row.get("ContactCollectionByAccount@odata.count").isNull());
        var account = FOUR + "Account(" + first("Account") + ")";
        assertEquals("Account(" + first("Account") + ")/Logo", stand.get(account).with(200).json().get("Logo@odata.mediaReadLink").asText());
        assertEquals("Logo of Posthorn Logistics GmbH", stand.get(account + "/Logo").with(200).body());
        assertEquals("Posthorn Logistics GmbH", stand.get(account + "/Name/$value").with(200).body());
        assertEquals("Germany", stand.get(account + "/Country/Name").with(200).json().get("value").asText());
        assertEquals("1", stand.get(account + "/ContactCollectionByAccount/$count").with(200).body());
    }

    @Test
    void functionsAndActionsRun() throws Exception {
        assertEquals(400, stand.get(FOUR + "CountByType(typeName=@t)?@t='Partner'").with(200).json().get("value").asInt());
        assertEquals(3, stand.get(FOUR + "LargestAccounts(count=3)?$select=Name").with(200).json().get("value").size());
        var account = first("Account");
        var open = stand.get(FOUR + "Account(" + account + ")/Terrasoft.Configuration.OpenActivities()").with(200).json().get("value").size();
        assertEquals(open, stand.post(FOUR + "CloseActivities", "{\"accountId\":\"" + account + "\"}").with(200).json().get("value").asInt());
        assertEquals(0, stand.get(FOUR + "Account(" + account + ")/Terrasoft.Configuration.OpenActivities()").with(200).json().get("value").size());
        assertEquals("well", stand.post(FOUR + "Activity(" + first("Activity") + ")/Terrasoft.Configuration.Complete", "{\"result\":\"well\"}").with(200).json().get("DetailedResult").asText());
        stand.get(FOUR + "CloseActivities").with(405);
        assertEquals(400, stand.get(THREE + "CountByType?typeName='Partner'").with(200).json().get("value").asInt());
    }

    @Test
    void rowsAreMadeChangedAndDeletedInBothVersions() throws Exception {
        var made = stand.post(FOUR + "Contact", "{\"Name\":\"Zoë\",\"Account@odata.bind\":\"Account(" + first("Account") + ")\"}").with(201);
        var path = made.header("Location").replace(stand.demo.address(), "");
        stand.send("PATCH", path, "application/json", "{\"JobTitle\":\"Smith\",\"BirthDate\":\"1980-02-03\"}").with(204);
        assertEquals("1980-02-03", stand.get(path).with(200).json().get("BirthDate").asText());
        var old = path.replace(FOUR + "Contact(", THREE + "ContactCollection(guid'").replace(")", "')");
        stand.send("MERGE", old, "application/json", "{\"JobTitle\":\"Miller\"}").with(204);
        stand.headers.put("Accept", "application/json;odata=verbose");
        var read = stand.get(old).with(200).json().get("d");
        stand.headers.remove("Accept");
        assertEquals("Miller", read.get("JobTitle").asText());
        assertEquals("/Date(318384000000)/", read.get("BirthDate").asText());
        assertEquals("Terrasoft.Configuration.Contact", read.get("__metadata").get("type").asText());
        stand.send("DELETE", path, "", null).with(204);
        stand.get(path).with(404);
    }

    @Test
    void verboseJsonOfVersionThreeIsTheVendors() throws Exception {
        stand.headers.put("Accept", "application/json;odata=verbose");
        var page = stand.get(THREE + "AccountCollection/?$select=Name&$inlinecount=allpages&$filter=substringof('post',Name) and CreatedOn gt datetime'2024-01-01T00:00:00'").with(200).json().get("d");
        stand.headers.remove("Accept");
        assertEquals("65", page.get("__count").asText());
        assertTrue(page.get("results").get(0).get("__metadata").get("uri").asText().contains("AccountCollection(guid'"));
        stand.faults("{\"page-size\": 2}");
        stand.headers.put("Accept", "application/json;odata=verbose");
        var paged = stand.get(THREE + "AccountCollection?$expand=City").with(200).json().get("d");
        stand.headers.remove("Accept");
        stand.faults("{\"page-size\": false}");
        assertTrue(paged.get("__next").asText().endsWith("$expand=City&$skiptoken=2"), paged.get("__next").asText());
        assertEquals("Köln", paged.get("results").get(0).get("City").get("Name").asText());
        assertTrue(paged.get("results").get(0).get("Country").has("__deferred"));
    }

    @Test
    void batchesAreTakenApartAndAChangeSetIsWholeOrNothing() throws Exception {
        var set = "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nPOST Country HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"Name\":\"Batchland\"}\r\n"
                + "--c\r\nContent-Type: application/http\r\nContent-ID: 2\r\n\r\nPATCH $1 HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"%s\":\"BL\"}\r\n--c--\r\n--b\r\nContent-Type: application/http\r\n\r\n"
                + "GET Country/$count?$filter=Name%%20eq%%20'Batchland' HTTP/1.1\r\n\r\n\r\n--b--\r\n";
        var failed = stand.send("POST", FOUR + "$batch", "multipart/mixed; boundary=b", set.formatted("Nix")).with(200).body();
        assertTrue(failed.contains("HTTP/1.1 400 Bad Request") && failed.contains("\r\n\r\n0\r\n"), failed);
        var good = stand.send("POST", FOUR + "$batch", "multipart/mixed; boundary=b", set.formatted("Code")).with(200).body();
        assertTrue(good.contains("HTTP/1.1 201 Created") && good.contains("HTTP/1.1 204 No Content") && good.contains("\r\n\r\n1\r\n"), good);
        JsonNode json = stand.post(FOUR + "$batch", "{\"requests\":[{\"id\":\"a\",\"atomicityGroup\":\"g\",\"method\":\"POST\",\"url\":\"City\",\"body\":{\"Name\":\"B\"}},"
                + "{\"id\":\"b\",\"atomicityGroup\":\"g\",\"method\":\"DELETE\",\"url\":\"City(1)\"},{\"id\":\"c\",\"dependsOn\":[\"a\"],\"method\":\"GET\",\"url\":\"City\"},{\"id\":\"d\",\"method\":\"GET\",\"url\":\"City/$count\"}]}").with(200).json().get("responses");
        assertEquals("[424,400,424,200]", json.findValues("status").toString().replace(" ", ""));
        assertEquals("42", json.get(3).get("body").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Account?$filter=Nix eq 1        | 400 | Could not find a property named 'Nix'
            Account?$filter=Name eq 1       | 400 | incompatible types
            Account?$filter=Name eq 'a      | 400 | the text is not closed
            Account?$filter=foo(Name)       | 400 | unknown function
            Account?$top=-1                 | 400 | non-negative integer
            Account?$foo=1                  | 400 | '$foo' is not supported
            Account?$expand=Nix             | 400 | 'Nix'
            Account(1)                      | 400 | Edm.Guid
            Nix                             | 404 | segment 'Nix'
            Account/Name                    | 404 | segment 'Name'
            """)
    void mistakesAreErrorsInJson(String query, int status, String words) throws Exception {
        var message = stand.get(FOUR + query).with(status).json().get("error").get("message").asText();
        assertTrue(message.contains(words), message);
    }

    @Test
    void nastyQueriesAreRefusedAndNothingBreaks() throws Exception {
        stand.get(FOUR + "Account?$filter=" + "(".repeat(2000)).with(400);
        stand.get(FOUR + "Account?$filter=" + "not ".repeat(900) + "true").with(400);
        stand.get(FOUR + "Account?$filter=" + "Owner/Account/".repeat(300) + "Name eq 'x'").with(400);
        var endless = "{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"City?$filter=" + "true and ".repeat(100_000) + "true\"}]}";
        assertEquals(400, stand.post(FOUR + "$batch", endless).with(200).json().get("responses").get(0).get("status").asInt());
        stand.get(FOUR + "City?$filter=" + "true and ".repeat(500) + "true").with(200);
        stand.post(FOUR + "Account", "[".repeat(5000)).with(400);
        stand.post(FOUR + "Account", "{\"Name\":\"" + "x".repeat(300) + "\"}").with(400);
        stand.post(FOUR + "Account", "{\"Name\":null}").with(400);
        stand.send("DELETE", FOUR + "Account(" + first("Account") + ")", "", null).with(409);
        stand.send("POST", FOUR + "$batch", "multipart/mixed; boundary=b", "nothing").with(400);
        stand.get(FOUR + "Country?$top=1").with(200);
    }
}
