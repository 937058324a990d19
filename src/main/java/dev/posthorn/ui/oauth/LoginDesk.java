package dev.posthorn.ui.oauth;

import dev.posthorn.model.Mend;
import dev.posthorn.model.Request;

/// What the panes of OAuth 2.0 ask of the window.
public interface LoginDesk {

    /// Shows a login over the window, under way or over; `again` begins another one of its kind.
    void show(LoginRun run, TokenSubject subject, Runnable again);

    /// Does what a finding offers to do about the authorization of `subject`; null where it belongs to an application.
    void mend(Mend mend, TokenSubject subject);

    /// Shows the OAuth applications, the one with this id chosen; empty for none.
    void applications(String id);

    /// Opens a request that is saved nowhere yet.
    void open(String name, Request request);

    /// Opens what builds requests for the authorization of the tab in front: the DataService builder for Creatio, the API page for Workflow Server.
    default void build(String type) {}

    /// Explores the OData service of that URL, with the authorization that is edited in front.
    void explore(String url);

    /// Says that something was done.
    void tell(String what);

    /// Says that something went wrong.
    void trouble(String sentence);
}
