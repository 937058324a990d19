package dev.posthorn.codegen;

import java.util.ArrayList;
import java.util.List;

/// curl for the command prompt of Windows.
final class CurlCmd implements Generator {

    private static final int LONGEST = 8_191;
    private static final Target TARGET = new Target("curl-cmd", "cURL (Windows cmd)", "cmd", "rem ", "Set first, with set NAME=value: ", limits());

    @Override
    public Target target() {
        return TARGET;
    }

    private static List<Limit> limits() {
        var limits = new ArrayList<>(CurlWords.LIMITS);
        limits.add(new Limit("The command prompt has no way to write a carriage return: line ends are sent as \\n.", call -> call.content().texts().anyMatch(t -> t.has("\r"))));
        limits.add(new Limit("The command prompt has no way to write control characters, nor bytes that are no text: put the body into a file, and send it with --data-binary @file.",
                call -> call.content() instanceof Content.Bytes || call.content().texts().anyMatch(t -> t.literals().chars().anyMatch(c -> c < ' ' && "\r\n\t".indexOf(c) < 0))));
        limits.add(new Limit("The command prompt takes at most 8191 characters: put the body into a file, and send it with --data-binary @file.", call -> command(call, Style.SHORT).length() > LONGEST));
        return limits;
    }

    @Override
    public String write(Call call, Style style) {
        return command(call, style);
    }

    private static String command(Call call, Style style) {
        return new CurlWords(call, style, ShellText.CMD).command(false);
    }
}
