package dev.posthorn.script;

import java.util.List;
import java.util.Map;

/// A program around scripts that gives them nothing.
final class NoHost implements Host {

    private static Refusal nothing() {
        return new Refusal("There is nothing to be had here");
    }

    @Override
    public void said(Severity severity, String text) {
        // Nobody listens.
    }

    @Override
    public String dynamic(String name) {
        return null;
    }

    @Override
    public Answered send(Map<String, Object> request) throws Refusal {
        throw nothing();
    }

    @Override
    public Object cookies(String method, List<Object> arguments) throws Refusal {
        throw nothing();
    }

    @Override
    public Object vault(String method, List<Object> arguments) throws Refusal {
        throw nothing();
    }

    @Override
    public Answered runRequest(String request, Map<String, Object> variables) throws Refusal {
        throw nothing();
    }

    @Override
    public List<Map<String, Object>> dataset(String name) throws Refusal {
        throw nothing();
    }

    @Override
    public String source(String name) throws Refusal {
        throw nothing();
    }
}
