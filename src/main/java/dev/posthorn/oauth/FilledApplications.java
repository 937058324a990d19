package dev.posthorn.oauth;

import dev.posthorn.model.Auth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// OAuth applications with the variables in them filled in, for a login or a send. They are read alone, so that no value of a variable is ever kept in their place.
record FilledApplications(Applications kept, UnaryOperator<Auth> variables) implements Applications {

    @Override
    public List<Application> all() {
        return kept.all().stream().map(this::filled).toList();
    }

    @Override
    public Optional<Application> find(String id) {
        return kept.find(id).map(this::filled);
    }

    private Application filled(Application application) {
        var revoke = application.revokeUrl().isBlank() ? "" : variables.apply(new Auth("oauth2", Map.of("revokeUrl", application.revokeUrl()))).text("revokeUrl");
        return new Application(application.id(), application.name(), application.image(), variables.apply(application.values()), revoke, application.shared());
    }

    @Override
    public void put(Application application) {
        throw new UnsupportedOperationException("these are read alone");
    }

    @Override
    public void remove(String id) {
        throw new UnsupportedOperationException("these are read alone");
    }

    @Override
    public AutoCloseable listen(Runnable changed) {
        return kept.listen(changed);
    }
}
