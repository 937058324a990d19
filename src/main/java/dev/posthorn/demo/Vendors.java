package dev.posthorn.demo;

import dev.posthorn.demo.bizagi.Bizagi;
import dev.posthorn.demo.creatio.Creatio;
import dev.posthorn.demo.creatio.CreatioIdentity;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Counts;
import dev.posthorn.demo.vendor.Faults;
import dev.posthorn.demo.vendor.Journal;
import dev.posthorn.demo.vendor.Stage;
import dev.posthorn.demo.workflow.Workflow;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The servers of vendors that the demo server plays: Creatio, Bizagi, Workflow Server. What they remember goes with a reset.
public final class Vendors {

    private final Stage stage;
    private final Journal journal = new Journal();
    private final Tables creatioTables = Creatio.tables();
    private final CreatioIdentity creatioIdentity;
    private final Creatio creatio;
    private final Creatio creatioNet;
    private final Bizagi bizagi;
    private final List<Workflow> workflows;

    Vendors(Clock clock) {
        stage = new Stage(clock);
        creatioIdentity = new CreatioIdentity(stage);
        creatio = new Creatio(stage, "creatio", true, creatioTables, creatioIdentity);
        creatioNet = new Creatio(stage, "creatio-net", false, creatioTables, creatioIdentity);
        bizagi = new Bizagi(stage);
        workflows = List.of(new Workflow(stage, "workflow-open", Workflow.Mode.OPEN), new Workflow(stage, "workflow", Workflow.Mode.TOKEN), new Workflow(stage, "workflow-oidc", Workflow.Mode.OPENID));
    }

    Answer answer(Asked asked) {
        var first = asked.path().split("/", 3)[1];
        return switch (first) {
            case "creatio" -> creatio.answer(asked);
            case "creatio-net" -> creatioNet.answer(asked);
            case "creatio-identity" -> creatioIdentity.answer(asked);
            case "bizagi" -> bizagi.answer(asked);
            default -> workflows.stream().filter(w -> w.name().equals(first)).findFirst().map(w -> w.answer(asked)).orElse(Answer.empty(404));
        };
    }

    /// How often what was done since the last reset.
    public Counts counts() {
        return stage.counts();
    }

    Map<String, Long> told() {
        return stage.counts().told();
    }

    /// All sessions of Creatio are lost from now on.
    public void endSessions() {
        creatio.endSessions();
        creatioNet.endSessions();
    }

    /// All tokens are expired from now on.
    public void expireTokens() {
        creatioIdentity.expireTokens();
        bizagi.expireTokens();
        workflows.forEach(Workflow::expireTokens);
    }

    /// The faults that are switched on.
    public Faults faults() {
        return stage.faults();
    }

    /// The last calls.
    public Journal journal() {
        return journal;
    }

    /// Puts the data back, ends all sessions and tokens, switches all faults off and begins to count anew.
    public void reset() {
        stage.faults().reset();
        stage.counts().reset();
        journal.reset();
        creatioTables.reset();
        creatio.reset();
        creatioNet.reset();
        creatioIdentity.reset();
        bizagi.reset();
        workflows.forEach(Workflow::reset);
    }
}
