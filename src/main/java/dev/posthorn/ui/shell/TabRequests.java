package dev.posthorn.ui.shell;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Failure;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.store.VariableKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the tabs ask of the window, and who does it there.
final class TabRequests implements TabEvents {
    private final Shell shell;

    TabRequests(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void ask(AskBar bar) {
        shell.frame().ask(bar);
    }

    @Override
    public void changed() {
        shell.begun();
        shell.tree().setDirty(shell.documents().dirty().stream().map(Document::place).flatMap(Optional::stream).collect(Collectors.toSet()));
        shell.markTree();
    }

    @Override
    public void sent() {
        shell.sidebar().sent();
    }

    @Override
    public void numbers(String demo, int cookies) {
        shell.status().demo(demo);
        shell.status().cookies(cookies);
    }

    @Override
    public void cookies(String url) {
        shell.panels().cookies(url);
    }

    @Override
    public void valuesChanged() {
        shell.deskChanged(shell.desk());
    }

    @Override
    public void environments() {
        shell.side().view(Action.ENVIRONMENTS);
    }

    @Override
    public void network(Failure failure) {
        shell.network().open(document -> document.mend(failure));
    }

    @Override
    public void explore(RequestDocument request) {
        shell.explorer().open(request);
    }

    @Override
    public void takeApart(RequestDocument request) {
        shell.panels().batchAnswer(request);
    }

    @Override
    public void askWhere(String suggested, SavePanel.Decided decided) {
        shell.panels().askWhere(suggested, decided);
    }

    @Override
    public void imported(String what, Report report, List<String> troubles) {
        shell.panels().transfers().imported(what, report, troubles);
    }

    @Override
    public void importText(String text) {
        shell.panels().transfers().importText(text);
    }

    @Override
    public void openSocket(SocketRequest request) {
        shell.tabs().createSocket(request);
    }

    @Override
    public void fillIn(List<VariableKey> missing) {
        shell.panels().fillIn(missing);
    }

    @Override
    public void discard(Document document) {
        shell.tabs().remove(document);
    }

    @Override
    public void compare(EditedDocument<?> document) {
        shell.panels().compare(document);
    }

    @Override
    public void tell(String what) {
        shell.status().say(what);
    }

    @Override
    public void trouble(String sentence) {
        shell.toasts().bad(sentence);
    }

    @Override
    public void offer(String sentence, String action, Runnable does) {
        shell.toasts().offer(sentence, action, does);
    }
}
