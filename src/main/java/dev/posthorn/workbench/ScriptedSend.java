package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.js.Limits;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Folder;
import dev.posthorn.model.NextRequest;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.VariableChange;
import dev.posthorn.model.Visual;
import dev.posthorn.model.Wire;
import dev.posthorn.script.Answer;
import dev.posthorn.script.Host;
import dev.posthorn.script.Ran;
import dev.posthorn.script.ScriptWorld;
import dev.posthorn.script.Task;
import dev.posthorn.script.Variables;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The scripts around one send, in Postman's order: those of the collection, of the folders from the outermost in, of the request; first all that
/// come before the send, then all that come after it. A script that fails does not keep the others, nor the request, from their turn.
final class ScriptedSend {

    /// Bytes that a script may allocate before the guard of the heap looks at it.
    private static final long MEMORY = 64L << 20;

    private final ScriptWorld scripts;
    private final Host host;
    private final Context context;
    private final Turn turn;
    private final Variables variables;
    private final Cancellation cancellation;
    private final Map<VariableChange.Place, Map<String, Object>> before;
    private final List<ScriptRun> runs = new ArrayList<>();
    private NextRequest next;
    private Visual visual;
    private String skipped = "";

    /// One level of the tree with its scripts.
    private record Level(String name, String item, List<Script> scripts, List<String> location) {}

    /// @param above values that scripts read and do not change: those of the folders
    ScriptedSend(ScriptWorld scripts, Host host, Context context, Map<String, Object> above, Turn turn, Cancellation cancellation) {
        this.scripts = scripts;
        this.host = host;
        this.context = context;
        this.turn = turn;
        this.cancellation = cancellation;
        this.variables = turn.variables().below(above);
        this.before = variables.snapshot();
    }

    /// Whether there is any script to run around this request.
    static boolean any(Request draft, Context context) {
        return levels(draft, context, "", "").stream().anyMatch(l -> !l.scripts().isEmpty());
    }

    /// Whether a script names this word.
    static boolean mentions(String word, Request draft, Context context) {
        return levels(draft, context, "", "").stream().anyMatch(l -> l.scripts().stream().anyMatch(s -> s.code().contains(word)));
    }

    private static List<Level> levels(Request draft, Context context, String name, String id) {
        var levels = new ArrayList<Level>();
        var path = new ArrayList<String>();
        if (context.collection() != null) {
            path.add(context.collection().name());
            levels.add(new Level("collection " + context.collection().name(), "", context.collection().scripts(), List.copyOf(path)));
        }
        for (Folder folder : context.folders()) {
            path.add(folder.name());
            levels.add(new Level("folder " + folder.name(), folder.id(), folder.scripts(), List.copyOf(path)));
        }
        path.add(name);
        levels.add(new Level("request " + name, id, draft.scripts(), List.copyOf(path)));
        return levels;
    }

    /// Runs what comes before the send; the answer is the request as scripts left it. Afterwards `skipped` says whether it is to be sent.
    Request before(Request draft) {
        var request = draft;
        for (var level : levels(draft, context, turn.name(), turn.id())) {
            for (var code : codes(level, Script.Phase.PRE_REQUEST)) {
                if (cancellation.cancelled()) {
                    return request;
                }
                var form = RequestForm.of(request, context.auth(request.auth()).auth());
                var ran = run(level, Script.Phase.PRE_REQUEST, code, form, null, ScriptHost.cookies(turn.cookies(), request.url()));
                request = edited(level, request, form, ran);
                if (ran.skip()) {
                    skipped = level.name();
                    return request;
                }
            }
        }
        return request;
    }

    private Request edited(Level level, Request request, Map<String, Object> form, Ran ran) {
        if (ran.request() == null) {
            return request;
        }
        try {
            return RequestForm.edited(request, form, ran.request());
        } catch (JsonProblem e) {
            var fault = new ScriptFault("Error", "the request as the script left it cannot be sent: " + e.getMessage(), level.name(), 0, 0);
            runs.set(runs.size() - 1, new ScriptRun(Script.Phase.PRE_REQUEST, level.name(), level.item(), ran.assertions(), fault, ran.took()));
            return request;
        }
    }

    /// Whose script did not want the request sent; empty where none did.
    String skipped() {
        return skipped;
    }

    /// The context with the values that scripts have set.
    Context now() {
        return context.withValues(variables);
    }

    /// Runs what comes after the send.
    ///
    /// @param sent what went out; null where nothing did
    ///
    /// @param scopes what `{{names}}` are worth now
    void after(Request request, Scopes scopes, Wire sent, Answer answer) {
        var form = new SentForm(now(), scopes).of(request, sent);
        var cookies = ScriptHost.cookies(turn.cookies(), sent == null ? request.url() : sent.url());
        for (var level : levels(request, context, turn.name(), turn.id())) {
            for (var code : codes(level, Script.Phase.TEST)) {
                if (cancellation.cancelled()) {
                    return;
                }
                run(level, Script.Phase.TEST, code, form, answer, cookies);
            }
        }
    }

    private static List<String> codes(Level level, Script.Phase phase) {
        return level.scripts().stream().filter(s -> s.phase() == phase).map(Script::code).toList();
    }

    private Ran run(Level level, Script.Phase phase, String code, Map<String, Object> form, Answer answer, List<Map<String, Object>> cookies) {
        var info = new Task.Info(turn.round(), turn.rounds(), turn.name(), turn.id(), level.location());
        var ran = scripts.run(new Task(phase, level.name(), code, info, variables, form, answer, cookies), host, new Limits(turn.scriptLimit(), MEMORY), cancellation);
        next = ran.next() == null ? next : ran.next();
        visual = ran.visual() == null ? visual : ran.visual();
        var run = new ScriptRun(phase, level.name(), level.item(), ran.assertions(), ran.fault(), ran.took());
        runs.add(run);
        turn.heard().scriptEnded(run);
        return ran;
    }

    ScriptReport report() {
        return new ScriptReport(runs, List.of(), visual, next, changes(), 1);
    }

    private List<VariableChange> changes() {
        var now = variables.snapshot();
        return Stream.of(VariableChange.Place.values()).flatMap(place -> changes(place, before.get(place), now.get(place))).toList();
    }

    private static Stream<VariableChange> changes(VariableChange.Place place, Map<String, Object> was, Map<String, Object> is) {
        var set = is.entrySet().stream().filter(e -> !was.containsKey(e.getKey()) || !Objects.equals(was.get(e.getKey()), e.getValue()))
                .map(e -> new VariableChange(place, e.getKey(), e.getValue()));
        var unset = was.keySet().stream().filter(name -> !is.containsKey(name)).map(name -> new VariableChange(place, name, VariableChange.Unset.UNSET));
        return Stream.concat(set, unset);
    }

    /// What a script sees of an outcome; null where no answer came.
    static Answer answer(Outcome outcome) {
        return outcome instanceof Outcome.Received received ? ScriptHost.answer(received.response()) : null;
    }

    /// A bug of ours in words, for a send that cannot go on.
    static Outcome broken(String name, RuntimeException e) {
        return Outcome.Failed.before(new Failure.Broken("Posthorn itself failed while it sent \"" + name + "\": " + e + "."));
    }
}
