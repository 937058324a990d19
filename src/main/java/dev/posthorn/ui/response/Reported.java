package dev.posthorn.ui.response;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.ui.kit.TabStrip;
import javafx.scene.Node;

/// The tabs of an answer that scripts made: its tests, and the page of the visualizer where there is one.
final class Reported {

    private final TabStrip strip;
    private final TabStrip.Tab testsTitle;
    private final TabStrip.Tab visualTitle;
    private final TestsTab tests = new TestsTab();
    private final VisualTab visual = new VisualTab();
    private boolean shown;

    /// Adds its tabs to the strip.
    Reported(TabStrip strip) {
        this.strip = strip;
        testsTitle = strip.add("response-tests", "Tests");
        visualTitle = strip.add("response-visual", "Visualize");
        visualTitle.available(false);
    }

    TestsTab tests() {
        return tests;
    }

    void clear() {
        show(ScriptReport.NONE, "");
    }

    void show(ScriptReport report, String note) {
        testsTitle.countText(count(report));
        testsTitle.mark(count(report).isEmpty() && report.faults().findAny().isEmpty() ? null : bad(report) ? "bad" : "active");
        tests.show(report, note);
        visual.show(report.visual());
        shown = report.visual() != null;
        visualTitle.available(shown);
    }

    /// "3/4": those that passed, of all; empty where there are none.
    static String count(ScriptReport report) {
        var all = report.assertions().count();
        return all == 0 ? "" : report.assertions().filter(a -> a.verdict() == Assertion.Verdict.PASSED).count() + "/" + all;
    }

    static boolean bad(ScriptReport report) {
        return report.failed() > 0 || report.faults().findAny().isPresent();
    }

    /// What the chosen tab shows; null where it is none of these.
    Node node() {
        if (strip.selected() == visualTitle) {
            visual.load();
            return visual;
        }
        return strip.selected() == testsTitle ? tests : null;
    }

    /// Chooses "tests" or "visual"; false for others.
    boolean select(String page) {
        var tab = page.equals("tests") ? testsTitle : page.equals("visual") || page.equals("visualize") ? visualTitle : null;
        if (tab == testsTitle || tab != null && shown) {
            strip.select(tab);
        }
        return tab != null;
    }
}
