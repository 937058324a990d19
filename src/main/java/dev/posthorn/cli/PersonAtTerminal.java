package dev.posthorn.cli;

import dev.posthorn.oauth.agent.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/// Tells whoever sits at the terminal where to log in, and takes what they paste.
public final class PersonAtTerminal implements Person {

    private final Terminal terminal;
    private final BufferedReader input;

    /// @param input what is typed
    public PersonAtTerminal(Terminal terminal, BufferedReader input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public void page(URI page, String note) {
        say((note.isEmpty() ? "" : note + "\n") + "Log in at:\n  " + page);
    }

    @Override
    public void code(URI page, String code, Instant expires) {
        say("Go to " + page + " and type in the code\n  " + code);
    }

    /// Reads lines on a thread of its own until one is taken, the offer is closed, or the input ends.
    @Override
    public Offer offer(Pasting pasting) {
        say("Then paste the address that the browser ends at, or the code alone:");
        var reader = Thread.ofPlatform().daemon().name("paste").start(() -> take(pasting));
        return reader::interrupt;
    }

    private void take(Pasting pasting) {
        try {
            for (var line = input.readLine(); line != null && !Thread.currentThread().isInterrupted(); line = input.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                var wrong = pasting.paste(line.strip());
                if (wrong.isEmpty()) {
                    return;
                }
                say(wrong.get());
            }
        } catch (IOException e) {
            say("Nothing more can be read from the input: " + e.getMessage() + ".");
        }
    }

    private void say(String text) {
        terminal.say(text);
    }
}
