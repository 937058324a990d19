package dev.posthorn.ui.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AddressTest {

    private final Address address = new Address();

    private Request typed(String url) {
        return address.typed(Request.blank(), url);
    }

    private static String rows(Request request) {
        return String.join(" ", request.query().stream()
                .map(e -> (e.enabled() ? "" : "!") + e.key() + "=" + e.value() + (e.description().isEmpty() ? "" : "(" + e.description() + ")")).toList());
    }

    private static List<Entry> with(List<Entry> rows, int at, Entry row) {
        var copy = new ArrayList<>(rows);
        copy.set(at, row);
        return copy;
    }

    @Test
    void theQueryOfATypedUrlBecomesRows() {
        assertEquals("a=1 b= c=x=y", rows(typed("http://h/p?a=1&b&c=x=y#top")));
    }

    @Test
    void variablesInTheQueryStayWhole() {
        assertEquals("a={{x&y}} {{k}}=2", rows(typed("http://h/?a={{x&y}}&{{k}}=2")));
    }

    @Test
    void duplicatesKeepTheirOrder() {
        assertEquals("a=1 a=2 a=1", rows(typed("http://h/?a=1&a=2&a=1")));
    }

    @Test
    void typingInTheUrlKeepsDescriptionsAndRowsThatAreOff() {
        var before = typed("http://h/?a=1&b=2").withAddress("http://h/?a=1&b=2", List.of(
                Entry.of("a", "1").withDescription("first"), Entry.of("off", "x").withEnabled(false), Entry.of("b", "2").withDescription("second")), List.of());
        assertEquals("a=12(first) !off=x b=2(second)", rows(address.typed(before, "http://h/?a=12&b=2")));
        assertEquals("a=1(first) !off=x b=2(second) c=", rows(address.typed(before, "http://h/?a=1&b=2&c")));
        assertEquals("!off=x b=2(second)", rows(address.typed(before, "http://h/?b=2")));
        assertEquals("!off=x", rows(address.typed(before, "http://h/")));
    }

    @Test
    void insertingAParameterInFrontMovesTheOthersWithTheirDescriptions() {
        var before = Request.blank().withAddress("http://h/?a=1", List.of(Entry.of("a", "1").withDescription("d")), List.of());
        assertEquals("z=0 a=1(d)", rows(address.typed(before, "http://h/?z=0&a=1")));
    }

    @Test
    void editingARowRewritesOnlyTheQuery() {
        var before = typed("{{base}}/a/../b?x=1&y#frag?ment");
        var after = address.queryEdited(before, with(before.query(), 0, Entry.of("x", "2")));
        assertEquals("{{base}}/a/../b?x=2&y#frag?ment", after.url());
    }

    @Test
    void aParameterWithoutEqualsGetsOneOnlyWithAValue() {
        var before = typed("http://h/?flag&b=&c");
        var after = address.queryEdited(before, with(before.query(), 1, Entry.of("b", "1")));
        assertEquals("http://h/?flag&b=1&c", after.url());
        assertEquals("http://h/?flag=on&b=1&c", address.queryEdited(after, with(after.query(), 0, Entry.of("flag", "on"))).url());
    }

    @Test
    void switchingTheLastRowOffTakesTheQuestionMarkAway() {
        var before = typed("http://h/p?a=1#f");
        assertEquals("http://h/p#f", address.queryEdited(before, List.of(Entry.of("a", "1").withEnabled(false))).url());
    }

    @Test
    void aDescriptionDoesNotTouchTheUrl() {
        var before = typed("http://h/?a&b=%20+1");
        var after = address.queryEdited(before, with(before.query(), 0, before.query().getFirst().withDescription("what")));
        assertEquals(before.url(), after.url());
    }

    @Test
    void whatWouldEndAParameterIsEscapedButNotInsideVariables() {
        var after = address.queryEdited(typed("http://h/"), List.of(Entry.of("a=b", "1&2#3=4"), Entry.of("v", "{{a&b}}")));
        assertEquals("http://h/?a%3Db=1%262%233=4&v={{a&b}}", after.url());
        assertEquals(after.query(), RequestUrl.parse(after.url()).entries());
    }

    @Test
    void pathVariablesFollowTheUrlAndKeepTheirValues() {
        var first = typed("http://h:8080/users/:id/posts/:post");
        assertEquals(List.of("id", "post"), first.pathVariables().stream().map(Entry::key).toList());
        var filled = first.withAddress(first.url(), first.query(), List.of(Entry.of("id", "7").withDescription("who"), Entry.of("post", "9")));
        var renamed = address.typed(filled, "http://h:8080/users/:uid/posts/:post");
        assertEquals(List.of(Entry.of("uid", "7").withDescription("who"), Entry.of("post", "9")), renamed.pathVariables());
    }

    @Test
    void aPathVariableThatComesBackHasItsValueAgain() {
        var filled = typed("http://h/:id").withAddress("http://h/:id", List.of(), List.of(Entry.of("id", "7")));
        var gone = address.typed(filled, "http://h/");
        assertEquals(List.of(), gone.pathVariables());
        assertEquals(List.of(Entry.of("id", "7")), address.typed(gone, "http://h/:id").pathVariables());
    }

    @Test
    void typingAUrlCharByCharEndsLikePastingIt() {
        var url = "{{b}}/x/:id?a=1&b&c={{d}}&a=2#end";
        var request = Request.blank();
        for (var i = 1; i <= url.length(); i++) {
            request = address.typed(request, url.substring(0, i));
        }
        assertEquals(new Address().typed(Request.blank(), url), request);
    }

    @Test
    void whateverIsTypedTheEnabledRowsAreTheQueryAndTheUrlIsAsTyped() {
        var random = new Random(42);
        var letters = "ab=&?#:/{}% ";
        var request = Request.blank().withAddress("", List.of(Entry.of("off", "1").withEnabled(false)), List.of());
        for (var round = 0; round < 3_000; round++) {
            var text = new StringBuilder(request.url());
            var at = random.nextInt(text.length() + 1);
            if (random.nextInt(3) == 0 && at < text.length()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, letters.charAt(random.nextInt(letters.length())));
            }
            if (text.length() > 40) {
                text.setLength(0);
            }
            request = address.typed(request, text.toString());
            assertEquals(text.toString(), request.url());
            assertEquals(RequestUrl.parse(request.url()).entries(), request.query().stream().filter(Entry::enabled).toList(), request.url());
            assertEquals(1, request.query().stream().filter(e -> !e.enabled()).count());
        }
    }
}
