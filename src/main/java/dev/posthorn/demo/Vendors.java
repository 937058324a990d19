package dev.posthorn.demo;

import dev.posthorn.demo.creatio.Creatio;
import dev.posthorn.demo.creatio.CreatioIdentity;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Counts;
import dev.posthorn.demo.vendor.Faults;
import dev.posthorn.demo.vendor.Journal;
import dev.posthorn.demo.vendor.Stage;
import java.time.Clock;

/// The servers of vendors that the demo server plays: Creatio, Bizagi, Workflow Server. What they remember goes with a reset.
public final class Vendors {

    private final Stage stage;
    private final Journal journal = new Journal();
    private final Tables creatioTables = Creatio.tables();
    private final CreatioIdentity creatioIdentity;
    private final Creatio creatio;
    private final Creatio creatioNet;

    Vendors(Clock clock) {
        stage = new Stage(clock);
        creatioIdentity = new CreatioIdentity(stage);
        creatio = new Creatio(stage, "creatio", true, creatioTables, creatioIdentity);
        creatioNet = new Creatio(stage, "creatio-net", false, creatioTables, creatioIdentity);
    }

    Answer answer(Asked asked) {
        var first = asked.path().split("/", 3)[1];
        return switch (first) {
            case "creatio" -> creatio.answer(asked);
            case "creatio-net" -> creatioNet.answer(asked);
            case "creatio-identity" -> creatioIdentity.answer(asked);
            default -> Answer.empty(404);
        };
    }

    /// How often what was done since the last reset.
    public Counts counts() {
        return stage.counts();
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
    }
}
