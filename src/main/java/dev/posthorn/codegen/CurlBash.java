package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.List;

/// curl for bash, zsh and other shells of Unix.
final class CurlBash implements Generator {

    private static final Target TARGET = Target.of("curl", "cURL (bash)", "shell", "# ", limits());

    @Override
    public Target target() {
        return TARGET;
    }

    private static List<Limit> limits() {
        var limits = new ArrayList<>(CurlWords.LIMITS);
        limits.add(new Limit("No argument of a program can hold a NUL character: what follows it in a form field is lost.", Traits.part(p -> p.value() != null && p.value().has("\0"))));
        return limits;
    }

    @Override
    public String write(Call call, Style style) {
        var piped = call.method().equals("HEAD") ? null : CurlWords.unspeakable(call);
        return (piped == null ? "" : ShellText.printf(piped) + " | ") + new CurlWords(call, style, ShellText.BASH).command(piped != null);
    }
}
