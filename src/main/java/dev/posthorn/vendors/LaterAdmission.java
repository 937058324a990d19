package dev.posthorn.vendors;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.CreatioSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stands for a session that will be logged in when the request is sent.
record LaterAdmission() implements Admission {

    private static final String LATER = "<got when sent>";

    @Override
    public String cookies(String url) {
        return "BPMLOADER=" + LATER + "; .ASPXAUTH=" + LATER + "; BPMCSRF=" + LATER + "; UserName=" + LATER;
    }

    @Override
    public Optional<String> cookie(String url, String name) {
        return Optional.of(LATER);
    }

    @Override
    public boolean owns(String name) {
        return CreatioSite.COOKIES.contains(name);
    }

    @Override
    public Optional<Instant> since() {
        return Optional.empty();
    }

    @Override
    public boolean opens() {
        return false;
    }

    @Override
    public boolean proven() {
        return false;
    }

    @Override
    public boolean barred(String call) {
        return false;
    }

    @Override
    public void bar(String call) {}

    @Override
    public void answered(String url, List<String> setCookies, boolean well) {}

    @Override
    public void left() {}
}
