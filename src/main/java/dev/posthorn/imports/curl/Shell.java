package dev.posthorn.imports.curl;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The three ways in which command lines are quoted: as in bash and zsh, as in cmd.exe, and as in PowerShell.
final class Shell {

    private static final Pattern CURL = Pattern.compile("(?i)(.*[/\\\\])?curl(\\.exe)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?s)(\\$(env:)?)?[A-Za-z_]\\w*=.*");
    private static final Set<String> INTRODUCING = Set.of("sudo", "time", "env", "exec", "command", "!", "then", "do", "else", "if", "while", "{", "(",
            "export", "set", "local", "readonly", "&", "nohup", "call", "@curl");

    /// A prompt before the command, as documents print it: `$ `, `user@host:~$ `, `PS C:\>`, `C:\>`.
    static final Pattern PROMPT = Pattern.compile("(?:\\S{0,60}[$%❯]\\s+|PS [^>\\n]{0,80}>\\s*|[A-Za-z]:\\\\[^>\\n]{0,80}>\\s*|>\\s+)(?=\\S)");

    private static final Pattern START = Pattern.compile("(?:\\S{0,60}[$%❯>]\\s+|PS [^>\\n]{0,80}>\\s*|[A-Za-z]:\\\\[^>\\n]{0,80}>\\s*)?"
            + "(?:(?:sudo|time|env|exec|command|export|!|\\w+=(?:\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"']*))\\s+)*(?:\\S*[/\\\\])?curl(?:\\.exe)?(?=[\\s^`\\\\])");

    private static final Pattern BEFORE = Pattern.compile("(?:export\\s+|set\\s+|\\$(?:env:)?)?\\w+\\s?=\\s?\\S.*|set [-+].*|(?:echo|printf|cat)\\s.*\\|\\s*\\\\?|cd\\s.*|@echo off|```\\w*");

    private static final Pattern PIPED = Pattern.compile("(?:[$%❯]\\s+)?(?:echo|printf|cat)\\s.*\\|\\s*(?:\\S*/)?curl\\s.*");

    private Shell() {}

    /// Whether the text begins with a curl command; assignments, comments and prompts may stand before it.
    static boolean recognises(String text) {
        var script = false;
        var open = "";
        var line = 0;
        while (line < text.length()) {
            var end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            var here = text.substring(line, Math.min(end, line + 2_000)).strip();
            line = end + 1;
            if (!open.isEmpty()) {
                open = here.startsWith(open) ? "" : open;
                continue;
            }
            if (START.matcher(here + " ").lookingAt() || PIPED.matcher(here + " ").matches()) {
                return true;
            }
            open = here.matches("\\$\\w+\\s*=\\s*@['\"]") ? here.charAt(here.length() - 1) + "@" : "";
            if (here.startsWith("#!")) {
                script = here.contains("sh");
            } else if (!(here.isEmpty() || here.startsWith("#") && !here.startsWith("###") || here.toLowerCase(Locale.ROOT).matches("(rem|::)(\\s.*)?")
                    || BEFORE.matcher(here).matches() || script)) {
                return false;
            }
        }
        return false;
    }

    static Script read(String text) throws BadCommand {
        var lines = text.lines().map(String::stripTrailing).toList();
        var backslashes = lines.stream().anyMatch(l -> l.endsWith("\\"));
        if (!backslashes && (lines.stream().anyMatch(l -> l.endsWith(" `")) || text.contains("$env:") || text.contains("curl.exe") && text.contains("'"))) {
            return new PowerShellText(text).read();
        }
        if (!backslashes && (text.contains("^\"") || lines.stream().anyMatch(l -> l.endsWith(" ^") || l.endsWith("\"^")))) {
            return new CmdText(text).read();
        }
        return new BashText(text).read();
    }

    static boolean isCurl(String word) {
        return CURL.matcher(word).matches();
    }

    /// Whether the word stands before a command and is none itself.
    static boolean introduces(String word) {
        return INTRODUCING.contains(word) || ASSIGNMENT.matcher(word).matches();
    }

    /// What echo, printf or cat would print; null for every other command.
    static String printed(String command, List<Word> words, String input) {
        return switch (command) {
            case "echo" -> {
                var bare = !words.isEmpty() && words.getFirst().text().equals("-n");
                yield words.stream().skip(bare ? 1 : 0).map(Word::text).collect(Collectors.joining(" ")) + (bare ? "" : "\n");
            }
            case "printf" -> words.size() == 1 ? words.getFirst().text()
                    : words.size() == 2 && words.getFirst().text().equals("%s") ? words.getLast().text() : null;
            case "cat" -> words.isEmpty() ? input : null;
            default -> null;
        };
    }

    /// A name for what a command would print, to be a variable: `$(gcloud auth print-access-token)` → `gcloud_auth_print_access_token`.
    static String variable(String command) {
        var name = command.strip().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return name.isEmpty() ? "command" : name.substring(0, Math.min(40, name.length()));
    }
}
