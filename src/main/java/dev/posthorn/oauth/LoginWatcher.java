package dev.posthorn.oauth;

/// Is told what happens during a login, in order, on the thread of the login.
public interface LoginWatcher {

    void step(LoginStep step);

    LoginWatcher NONE = _ -> { };
}
