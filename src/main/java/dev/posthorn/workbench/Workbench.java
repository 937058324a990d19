package dev.posthorn.workbench;

import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Passage;
import dev.posthorn.http.Progress;
import dev.posthorn.http.WireBody;
import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.http.socket.SocketListener;
import dev.posthorn.http.socket.WebSocket;
import dev.posthorn.js.Sandbox;
import dev.posthorn.js.ScriptError;
import dev.posthorn.js.Syntax;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Cookie;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Remark;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Logins;
import dev.posthorn.script.ScriptWorld;
import dev.posthorn.script.Scripts;
import dev.posthorn.vars.DynamicValues;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import dev.posthorn.vendors.CreatioSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What the program can do with requests, without a window: send one, say what it would add to it, give its variables and cookies.
public final class Workbench implements AutoCloseable {

    /// Stands for the address of a demo server that does not run yet.
    static final String DEMO_HOST = "http://127.0.0.1";
    private static final String DEMO_LATER = DEMO_HOST + " (the demo server starts at the first send)";

    private final Engine engine;
    private final AutomaticHeaders automatic;
    private final Cookies cookies;
    private final DemoOnDemand demo;
    private final Executor executor;
    private final Clock clock;
    private final RandomGenerator random;
    private final DynamicValues dynamic;
    private final Console console;
    private final Surroundings around;
    private final KnownSecrets known;
    private final Logins logins;
    private final CreatioSessions sessions;
    private final Sending sending;
    private final Sandbox sandbox;
    private final Scripts scripts;
    private final Syntax syntax;
    private final Warming warming;

    /// With a console that hears of no exchange but what never went out.
    public Workbench(Engine engine, AutomaticHeaders automatic, Cookies cookies, DemoOnDemand demo, Executor executor, Clock clock, RandomGenerator random) {
        this(engine, automatic, cookies, demo, executor, clock, random, new Console(clock), Keepers.none());
    }

    /// Owns `engine` and `demo`: both are closed with it. `executor` runs each send on a thread of its own. `console` is the witness of `engine`.
    public Workbench(Engine engine, AutomaticHeaders automatic, Cookies cookies, DemoOnDemand demo, Executor executor, Clock clock, RandomGenerator random,
            Console console) {
        this(engine, automatic, cookies, demo, executor, clock, random, console, Keepers.none());
    }

    /// The same with tokens and applications that last.
    public Workbench(Engine engine, AutomaticHeaders automatic, Cookies cookies, DemoOnDemand demo, Executor executor, Clock clock, RandomGenerator random,
            Console console, Keepers keepers) {
        this(engine, automatic, cookies, demo, executor, clock, random, console, keepers, new Sandbox());
    }

    /// The same with an engine for scripts that may be under way; it is closed with the workbench.
    public Workbench(Engine engine, AutomaticHeaders automatic, Cookies cookies, DemoOnDemand demo, Executor executor, Clock clock, RandomGenerator random,
            Console console, Keepers keepers, Sandbox sandbox) {
        this.engine = engine;
        this.sandbox = sandbox;
        scripts = new Scripts(sandbox);
        syntax = new Syntax(sandbox);
        this.automatic = automatic;
        this.cookies = cookies;
        this.demo = demo;
        this.executor = executor;
        this.clock = clock;
        this.random = random;
        this.dynamic = new DynamicValues(clock, random);
        this.console = console;
        known = new KnownSecrets(keepers);
        around = new Surroundings(clock, random, new WireBody(), TokenSource.NONE, keepers.home(), keepers.environment());
        var exchange = new LoginExchange(engine, console, known);
        logins = new Logins(exchange, keepers.tokens(), keepers.applications(), clock, random, executor);
        sessions = new CreatioSessions(exchange, clock, executor, logins::moment);
        known.also(sessions::known);
        warming = new Warming(scripts, executor);
        sending = new Sending(engine, console, known, scripts, keepers.secrets(), new Sending.Surroundings() {
            @Override
            public dev.posthorn.auth.Surroundings signing(Context context, Cancellation cancellation, long began) {
                return around.withTokens(logins(context).source(cancellation, began)).withSessions(sessions.source(cancellation, began));
            }

            @Override
            public Scopes scopes(Context context) {
                return sending(context);
            }

            @Override
            public Scope dynamics() {
                return dynamic;
            }
        });
    }

    /// Starts a send and returns at once; `name` is what the request is called where it is logged.
    public Job send(Request draft, Context context, String name, SendListener listener) {
        var cancellation = new Cancellation();
        var began = logins.moment();
        warming.ahead(draft, context);
        executor.execute(() -> listener.done(guarded(draft, context, name, new PacedProgress(clock.instant(), listener), cancellation, began)));
        return cancellation::cancel;
    }

    /// A bug of ours must not leave a tab waiting for ever.
    private Sent guarded(Request draft, Context context, String name, PacedProgress progress, Cancellation cancellation, long began) {
        try {
            progress.started();
            return sendWhole(draft, context, alone(name, context, began, progress::pausing), progress, cancellation);
        } catch (RuntimeException e) {
            return new Sent(ScriptedSend.broken(name, e), ScriptReport.NONE, draft);
        }
    }

    /// Sends on the caller's thread, without a name in the console.
    public Outcome sendNow(Request draft, Context context, Progress progress, Cancellation cancellation) {
        return sendNow(draft, context, "", progress, cancellation);
    }

    /// Sends on the caller's thread; `name` is what the request is called in the console.
    public Outcome sendNow(Request draft, Context context, String name, Progress progress, Cancellation cancellation) {
        return sendNow(draft, context, name, progress, cancellation, logins.moment());
    }

    private Outcome sendNow(Request draft, Context context, String name, Progress progress, Cancellation cancellation, long began) {
        return sendWhole(draft, context, alone(name, context, began), progress, cancellation).outcome();
    }

    /// Sends on the caller's thread with all scripts; what they changed is in the report.
    public Sent sendWhole(Request draft, Context context, String name, Progress progress, Cancellation cancellation) {
        return sendWhole(draft, context, alone(name, context, logins.moment()), progress, cancellation);
    }

    private Turn alone(String name, Context context, long began) {
        return alone(name, context, began, _ -> { });
    }

    private Turn alone(String name, Context context, long began, Consumer<Awaiting.Pause> pausing) {
        return new Turn(name, "", 0, 1, context.values(), cookies, Duration.ZERO, false, began, null, 0, new Turn.Heard() {
            @Override
            public void pausing(Awaiting.Pause pause) {
                pausing.accept(pause);
            }
        });
    }

    /// One send with its scripts, at its place in a run.
    Sent sendWhole(Request draft, Context context, Turn turn, Progress progress, Cancellation cancellation) {
        return sending.send(draft, context, turn, progress, cancellation);
    }

    /// For the scripts of a lane of a run.
    ScriptWorld scriptWorld() {
        return warming.world();
    }

    /// Makes the script engine ready, so that the first script does not wait for it. Returns at once; only the first call does anything.
    public void warmScripts() {
        warming.begin();
    }

    /// What keeps a text from being read as a script; empty where nothing does. It is not run. Blocks, the first time until the engine is there.
    public Optional<ScriptError> syntax(String script) {
        return syntax.check(script);
    }

    /// Judges an answer once more by the scripts after it, without sending; variables that they set go nowhere.
    ///
    /// @param sent what went out for it; null where that is not known
    public ScriptReport retest(Request draft, Context context, String name, Wire sent, Response answer, Cancellation cancellation) {
        return sending.retest(draft, context, alone(name, context, logins.moment()), sent, answer, cancellation);
    }

    /// Tokens and secrets of applications that were seen in this run: what must not be kept or shown, whoever repeats it.
    public Set<String> knownSecrets() {
        return known.get();
    }

    /// What authorizations are worked out with, for who shows that; it asks no server for a token.
    public Surroundings surroundings(Context context) {
        return around.withTokens(looking(context).glance()).withSessions(sessions.glance());
    }

    /// Tokens: how to get, renew and revoke them. Variables in OAuth applications are not filled in.
    public Logins logins() {
        return logins;
    }

    /// The sessions at Creatio: who is logged in, log in now, log out.
    public CreatioSessions sessions() {
        return sessions;
    }

    /// Tokens where these variables are seen. Starts the demo server where an application names it.
    public Logins logins(Context context) {
        return logins.seeing(auth -> authToSend(auth, context));
    }

    /// The same for the eyes: nothing is started.
    public Logins looking(Context context) {
        return logins.seeing(auth -> resolvedAuth(auth, context));
    }

    /// An authorization with its variables resolved, to be used now: unlike a look, this starts the demo server where it is named, which takes a while.
    public Auth authToSend(Auth effective, Context context) {
        return new Resolution(context, sending(context)).auth(effective);
    }

    private Scopes sending(Context context) {
        return context.scopes(List.of(dynamic, new DemoScope(demo::address)));
    }

    /// The authorization of a draft with its variables resolved; what has no value stays as it is typed.
    public Auth resolvedAuth(Auth effective, Context context) {
        return new Resolution(context, scopes(context)).auth(effective);
    }

    /// What there is to say about the authorization of an answer; empty where nothing is wrong with it. Reads the answer's body.
    public List<Finding> findings(Request draft, Context context, Outcome outcome) {
        return AnswerFindings.of(draft, context, outcome, auth -> resolvedAuth(auth, context), looking(context).source(new Cancellation())::known);
    }

    /// What the authorization noticed, in the order of the exchanges.
    public static Stream<Remark> remarks(Outcome outcome) {
        return AnswerFindings.remarks(outcome);
    }

    /// The workspace's network for a browser of ours.
    public Passage passage() {
        return engine.passage();
    }

    /// All that went over the wire so far.
    public Console console() {
        return console;
    }

    /// An empty log for one WebSocket tab or script; whoever asks for it closes it.
    public MessageLog newLog() {
        var upgrade = engine.upgrade();
        return new MessageLog(upgrade.store(), clock, upgrade.network().freeDisk());
    }

    /// Begins to connect and returns at once; all that happens is told to `listener`, and kept in `log`.
    public SocketSession connect(SocketRequest draft, Context context, MessageLog log, SocketListener listener) {
        var socket = new WebSocket(engine.upgrade(), SocketSession.options(draft.handshake().settings()), random, log, listener);
        var moment = logins.moment();
        var signing = around.withTokens(logins(context).source(new Cancellation(), moment)).withSessions(sessions.source(new Cancellation(), moment));
        var session = new SocketSession(socket, sending(context), listener);
        executor.execute(() -> {
            try {
                console.under("", Recorder.secrets(context, draft.handshake()), known, () -> session.run(draft.handshake(), context, cookies, signing));
            } catch (RuntimeException e) {
                session.broken(new Failure.Broken("Posthorn itself failed while it was connected: " + e + "."));
            }
        });
        return session;
    }

    /// What will be added to the headers of a WebSocket's handshake, in order.
    public List<AutomaticHeader> automaticSocketHeaders(Request handshake, Context context) {
        return HandshakePreview.of(handshake, Switches.switchedOff(context.settings(handshake.settings())), asked -> automaticHeaders(asked, context));
    }

    /// Says what authorizations will do. A demo server that does not run yet has its host already.
    public Explaining explaining(Context context) {
        return new Explaining(context, context.scopes(List.of(dynamic, new DemoScope(() -> demo.running().orElse(DEMO_HOST)))), surroundings(context));
    }

    /// Writes a request as code, as things are now: nothing is sent, and no token is got.
    public CodeWriting code(Context context) {
        var seen = context.scopes(List.of(dynamic, new DemoScope(() -> demo.running().orElse(DEMO_HOST))));
        return new CodeWriting(context, seen, surroundings(context), automatic, cookies::matching, known.get());
    }

    /// The variables that a request sees here, for colouring, hovering and completion. Looking at them never starts the demo server.
    public Scopes scopes(Context context) {
        return context.scopes(List.<Scope>of(dynamic, new DemoScope(() -> demo.running().orElse(DEMO_LATER))));
    }

    /// What will be added to the user's own headers, in order, what is switched off or overridden included. It has no side effects, and asks for no kept token.
    public List<AutomaticHeader> automaticHeaders(Request draft, Context context) {
        return new AutomaticPreview(automatic, scopes(context), context, cookies::matching, surroundings(context)).of(draft);
    }

    /// The cookies that a request to this URL (variables allowed) would carry, or none where it is no URL yet.
    public List<Cookie> cookiesFor(String url, Context context) {
        return cookies.matching(scopes(context).resolve(url).text());
    }

    public Cookies cookies() {
        return cookies;
    }

    /// A jar of its own with the cookies as they are now.
    Cookies ownCookies() {
        var own = new Cookies(clock);
        own.restore(cookies.content());
        return cookies.openToAll() ? own.openToAllScripts() : own;
    }

    /// Which proxy this machine is set to, in sentences; may wait for a program of the system.
    public String systemProxy() {
        return engine.systemProxy();
    }

    public DemoOnDemand demo() {
        return demo;
    }

    /// Gives back the memory and files of all bodies of an outcome that nobody will look at again.
    public static void release(Outcome outcome) {
        outcome.hops().stream().map(Hop::received).forEach(Workbench::release);
        switch (outcome) {
            case Outcome.Received _, Outcome.Skipped _ -> { }
            case Outcome.Failed failed -> release(failed.partial());
            case Outcome.Cancelled cancelled -> release(cancelled.partial());
        }
    }

    private static void release(Response response) {
        if (response != null) {
            response.body().release();
        }
    }

    @Override
    public void close() {
        warming.close();
        sandbox.close();
        engine.close();
        demo.close();
    }
}
