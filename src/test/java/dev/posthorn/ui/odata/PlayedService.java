package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.vars.Scopes;
import dev.posthorn.workbench.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// The program around an explorer, with a service that answers as a test says; what was asked and said is kept.
class PlayedService implements ExplorerServices {
    static final String URL = "https://played.example.net/odata";

    private final Background background;
    private final Function<Request, Reply> answers;
    final List<Request> asked = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    Path chosen;

    PlayedService(Background background, Function<Request, Reply> answers) {
        this.background = background;
        this.answers = answers;
    }

    static Reply reply(Request request, int status, String type, String body) {
        return new Reply(status, "", type, body.getBytes(StandardCharsets.UTF_8), request.url(), "", 1);
    }

    static Reply json(Request request, String body) {
        return reply(request, 200, "application/json", body);
    }

    @Override
    public Background background() {
        return background;
    }

    @Override
    public Scopes scopes(Standing from) {
        return Scopes.none();
    }

    @Override
    public List<Standing> standings() {
        return List.of(Standing.NOWHERE);
    }

    @Override
    public List<String> environments() {
        return List.of();
    }

    @Override
    public Job send(String name, Request request, Standing from, String environment, Consumer<Reply> done) {
        asked.add(request);
        Fx.later(() -> done.accept(answers.apply(request)));
        return () -> { };
    }

    @Override
    public void open(String name, Request request, Standing from) {
        told.add("open " + request.method() + " " + request.url());
    }

    @Override
    public void save(String name, Request request, Standing from) {
        told.add("save " + request.url());
    }

    @Override
    public Optional<Path> file(String title) {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        return Optional.ofNullable(chosen).map(folder -> folder.resolve(name));
    }

    @Override
    public void titled(String title) {
        Fx.mustBeHere();
    }

    @Override
    public void busy(boolean sends) {
        Fx.mustBeHere();
    }

    @Override
    public void say(String sentence) {
        told.add(sentence);
    }

    @Override
    public void trouble(String sentence) {
        told.add(sentence);
    }
}
