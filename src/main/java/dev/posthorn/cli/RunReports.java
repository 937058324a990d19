package dev.posthorn.cli;

import dev.posthorn.cli.report.LiveLine;
import dev.posthorn.cli.report.Reporter;
import dev.posthorn.cli.report.Reporters;
import dev.posthorn.cli.report.Setting;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Makes the reporters that a run was asked for, and says where their files go.
final class RunReports {

    private static final int WIDTH = 80;
    private static final int WIDE = 120;

    private final RunFlags.Reports flags;
    private final Terminal terminal;
    private final String version;
    private final Clock clock;
    private final Map<String, String> process;

    RunReports(RunFlags.Reports flags, Terminal terminal, String version, Clock clock, Map<String, String> process) {
        this.flags = flags;
        this.terminal = terminal;
        this.version = version;
        this.clock = clock;
        this.process = process;
    }

    /// Refuses names that nobody has, and says what does not fit together. Called before anything is sent.
    List<Reporters.Kind> kinds() throws Misuse {
        var kinds = new LinkedHashSet<Reporters.Kind>();
        for (var name : flags.names.isEmpty() ? List.of("cli") : flags.names) {
            kinds.add(Reporters.named(name.strip()).orElseThrow(() -> new Misuse("there is no reporter \"" + name.strip() + "\"; there are "
                    + Reporters.ALL.stream().map(k -> k.name() + " (" + k.summary() + ")").collect(Collectors.joining(", ")) + ".")));
        }
        for (var name : Set.of("json", "junit", "html", "tap")) {
            if (own(name) != null && kinds.stream().noneMatch(k -> k.name().equals(name))) {
                terminal.complain("--reporter-" + name + "-export has no effect without -r " + name + ".");
            }
        }
        var printing = kinds.stream().filter(this::prints).map(Reporters.Kind::name).toList();
        if (printing.size() > 1) {
            terminal.complain("the reporters " + String.join(" and ", printing) + " all print to the terminal: their lines will be mixed.");
        }
        var files = kinds.stream().filter(Reporters.Kind::inFile).toList();
        if (flags.export != null && files.size() != 1) {
            throw new Misuse(files.isEmpty() ? "--reporter-export needs a reporter that writes a file, such as -r json."
                    : "--reporter-export says one file, and " + files.stream().map(Reporters.Kind::name).collect(Collectors.joining(" and ")) + " write one each: give --reporter-NAME-export.");
        }
        return List.copyOf(kinds);
    }

    private String own(String name) {
        return switch (name) {
            case "json" -> flags.json;
            case "junit" -> flags.junit;
            case "html" -> flags.html;
            case "tap" -> flags.tap;
            default -> null;
        };
    }

    private boolean prints(Reporters.Kind kind) {
        return !kind.inFile() || kind.name().equals("tap") && own("tap") == null && flags.export == null;
    }

    /// @param number of the collection among those of this run, from 1: a second one has files of its own
    List<Reporter> make(List<Reporters.Kind> kinds, String title, int number, BiFunction<Step, Sent, Redaction> hiding) throws Misuse {
        var width = width();
        var quiet = flags.silent || flags.cliSilent;
        var live = new LiveLine(terminal.out(), terminal.live() && !flags.silent, !flags.ascii, width);
        var look = new Setting.Look(terminal.colour(), !flags.ascii, flags.verbose, width);
        var setting = new Setting(title, terminal.out(), look, live, Map.of(), null, version, clock, Mending::sentence, hiding);
        var made = new ArrayList<Reporter>();
        for (var kind : kinds) {
            if (prints(kind) && quiet) {
                continue;
            }
            made.add(kind.maker().apply(setting.of(kind.name().equals("cli") ? switches() : Map.of(), prints(kind) ? null : file(kind, number))));
        }
        return made;
    }

    private int width() {
        var told = process.getOrDefault("COLUMNS", "");
        return told.matches("\\d{2,4}") ? Integer.parseInt(told) : terminal.live() ? WIDTH : WIDE;
    }

    private Path file(Reporters.Kind kind, int number) throws Misuse {
        var own = own(kind.name()) == null ? flags.export : own(kind.name());
        return numbered(target(own, "newman-run-report" + kind.ending(), clock), number);
    }

    /// Where a file goes: as named; into a folder that is named; else into the folder `newman`, under a name with the time in it.
    static Path target(String named, String preset, Clock clock) throws Misuse {
        try {
            var dot = preset.lastIndexOf('.');
            var stamped = preset.substring(0, dot) + "-" + DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss-SSS-").format(clock.instant().atOffset(ZoneOffset.UTC)) + "0" + preset.substring(dot);
            if (named == null || named.isEmpty()) {
                return Path.of("newman", stamped);
            }
            var path = Path.of(named);
            return Files.isDirectory(path) ? path.resolve(stamped) : path;
        } catch (java.nio.file.InvalidPathException e) {
            throw new Misuse("\"" + named + "\" is no path: " + e.getReason() + ".");
        }
    }

    static Path numbered(Path file, int number) {
        if (number < 2) {
            return file;
        }
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private Map<String, String> switches() {
        var on = new HashMap<String, String>();
        put(on, "no-summary", flags.noSummary);
        put(on, "no-failures", flags.noFailures);
        put(on, "no-assertions", flags.noAssertions);
        put(on, "no-success-assertions", flags.noSuccess);
        put(on, "no-console", flags.noConsole);
        put(on, "no-banner", flags.noBanner);
        put(on, "show-timestamps", flags.timestamps);
        return on;
    }

    private static void put(Map<String, String> into, String name, boolean on) {
        if (on) {
            into.put(name, "true");
        }
    }
}
