package dev.posthorn.ui.response;

import dev.posthorn.model.Hop;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.TabStrip;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.octicons.Octicons;

/// The tabs above an answer, with their counts, and what each of them shows beside the body.
final class AnswerTabs {

    private final TabStrip strip = new TabStrip();
    private final TabStrip.Tab bodyTitle = strip.add("response-body", "Body");
    private final TabStrip.Tab headersTitle = strip.add("response-headers", "Headers");
    private final TabStrip.Tab cookiesTitle = strip.add("response-cookies", "Cookies");
    private final Reported reported = new Reported(strip);
    private final TabStrip.Tab exchangeTitle = strip.add("response-exchange", "Exchange");
    private final HeadersTab headers;
    private final CookiesTab cookies = new CookiesTab();
    private final ExchangeTab exchange = new ExchangeTab();
    private final Node untilOver = new EmptyState(Octicons.BROADCAST_16, "The answer still comes. What happened on the wire is told when it is over.");

    AnswerTabs(TestMenu tests) {
        this.headers = new HeadersTab(tests);
    }

    TabStrip strip() {
        return strip;
    }

    /// The tabs that scripts fill.
    Reported reported() {
        return reported;
    }

    void toBody() {
        strip.select(bodyTitle);
    }

    /// Shows that part: "body", "headers", "cookies", "tests", "visual" where there is one, "exchange", or of the last one "raw-heads" or "frames".
    void select(String page) {
        if (reported.select(page)) {
            return;
        }
        switch (page) {
            case "headers" -> strip.select(headersTitle);
            case "cookies" -> strip.select(cookiesTitle);
            case "exchange", "raw-heads", "frames" -> {
                strip.select(exchangeTitle);
                exchange.select(page);
            }
            default -> strip.select(bodyTitle);
        }
    }

    /// Shows the heads of answers.
    ///
    /// @param count how many headers the last one has
    void heads(List<Hop> hops, int count) {
        var set = SetCookies.of(hops);
        headersTitle.count(count);
        cookiesTitle.count(set.size());
        headers.show(hops);
        cookies.show(set);
    }

    /// Shows what was seen of the wire.
    void exchanges(List<Hop> hops) {
        exchange.show(hops);
    }

    void clear() {
        reported.clear();
        heads(List.of(), 0);
        exchanges(List.of());
    }

    /// What is shown where there is no answer: the wire where its tab is chosen, else `instead`.
    Node besides(Node instead) {
        return strip.selected() == exchangeTitle ? exchange : instead;
    }

    /// What the chosen tab shows of an answer; `whole` is its body, in the form that it has now.
    Node chosen(Node whole, boolean streaming) {
        if (strip.selected() == exchangeTitle) {
            return streaming ? untilOver : exchange;
        }
        return strip.selected() == headersTitle ? headers : strip.selected() == cookiesTitle ? cookies : whole;
    }
}
