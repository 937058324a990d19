package dev.posthorn.vendors;

import dev.posthorn.auth.Admission;
import dev.posthorn.auth.CreatioSite;
import java.time.Instant;
import java.util.List;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Stands for a session that will be logged in when the request is sent.
///
/// @param value what stands for the value of the cookie of that name
public record LaterAdmission(UnaryOperator<String> value) implements Admission {

    private static final List<String> COOKIES = List.of("BPMLOADER", ".ASPXAUTH", CreatioSite.CSRF, "UserName");

    @Override
    public String cookies(String url) {
        return COOKIES.stream().map(name -> name + "=" + value.apply(name)).collect(Collectors.joining("; "));
    }

    @Override
    public Optional<String> cookie(String url, String name) {
        return Optional.of(value.apply(name));
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
