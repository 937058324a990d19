package dev.posthorn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options of `posthorn run`, in the groups of its help. Names and meanings are newman's; times are in milliseconds.
final class RunFlags {

    private RunFlags() {}

    /// What is run, and with which values.
    static final class Values {
        @Option(names = {"-e", "--environment"}, paramLabel = "ENV", description = "An environment: a file, a URL, or the name of one beside the collection.")
        String environment;

        @Option(names = {"-g", "--globals"}, paramLabel = "FILE", description = "A file or URL of globals.")
        String globals;

        @Option(names = {"-d", "--iteration-data"}, paramLabel = "FILE", description = "A CSV or JSON file or URL; each row gives one iteration its values.")
        String data;

        @Option(names = "--env-var", paramLabel = "NAME=VALUE", description = "A variable of the environment for this run alone, stronger than its file; may be repeated.")
        Map<String, String> environmentVariables = new LinkedHashMap<>();

        @Option(names = "--global-var", paramLabel = "NAME=VALUE", description = "A global variable for this run alone; may be repeated.")
        Map<String, String> globalVariables = new LinkedHashMap<>();
    }

    /// Which requests, how often, and when to stop.
    static final class Flow {
        @Option(names = "--folder", paramLabel = "NAME", description = "Send only this folder's requests, or this request; may be repeated. A folder in a folder is \"Outer/Inner\".")
        List<String> folders = new ArrayList<>();

        @Option(names = {"-n", "--iteration-count"}, paramLabel = "N", description = "How often the requests are sent; without it once, or once for each row of the data file.")
        Integer rounds;

        @Option(names = "--delay-request", paramLabel = "MS", arity = "0..1", fallbackValue = "0", description = "A pause between two requests.")
        long delay;

        @Option(names = "--timeout", paramLabel = "MS", arity = "0..1", fallbackValue = "0", description = "For the whole run; 0 for no limit.")
        long timeout;

        @Option(names = "--timeout-request", paramLabel = "MS", arity = "0..1", fallbackValue = "0", description = "For each request; 0 for no limit.")
        Long request;

        @Option(names = "--timeout-script", paramLabel = "MS", arity = "0..1", fallbackValue = "0", description = "For each script; 0 for no limit of its own.")
        long script;

        @Option(names = "--bail", paramLabel = "failure|folder", arity = "0..1", fallbackValue = "failure",
                description = "Stop at the first failure, after its request; \"folder\": only where a folder is not there, which is always so here.")
        String bail;

        @Option(names = "--parallel", paramLabel = "N", description = "So many iterations at once, each with variables and cookies of its own. Off by default.")
        int lanes = 1;

        @Option(names = {"-x", "--suppress-exit-code"}, description = "Exit with 0 also where tests or requests failed.")
        boolean green;
    }

    /// How requests go out.
    static final class Wires {
        @Option(names = {"-k", "--insecure"}, description = "Do not verify certificates of servers.")
        boolean insecure;

        @Option(names = "--ignore-redirects", description = "Do not follow redirects.")
        boolean noRedirects;

        @Option(names = "--ssl-client-cert", paramLabel = "FILE", description = "Our certificate for all servers that ask for one (PEM or PKCS#12).")
        Path certificate;

        @Option(names = "--ssl-client-key", paramLabel = "FILE", description = "Its private key (PEM).")
        Path key;

        @Option(names = "--ssl-client-passphrase", paramLabel = "TEXT", description = "The passphrase of the key or of the PKCS#12 file.")
        String passphrase;

        @Option(names = "--ssl-client-cert-list", paramLabel = "FILE", description = "A JSON list of certificates for some servers, as newman reads it.")
        Path certificates;

        @Option(names = "--ssl-extra-ca-certs", paramLabel = "FILE", description = "Certificate authorities to be trusted, too (PEM).")
        Path authorities;

        @Option(names = "--cookie-jar", paramLabel = "FILE", description = "Begin with these cookies (JSON of tough-cookie).")
        Path jar;

        @Option(names = "--working-dir", paramLabel = "FOLDER", description = "The folder from which files of bodies are named; without it that of the collection.")
        Path folder;

        @Option(names = "--no-insecure-file-read", description = "Read no files of bodies outside of that folder.")
        boolean inside;
    }

    /// What is written after the run.
    static final class Exports {
        @Option(names = "--export-environment", paramLabel = "FILE", arity = "0..1", fallbackValue = "", description = "The environment as it is at the end.")
        String environment;

        @Option(names = "--export-globals", paramLabel = "FILE", arity = "0..1", fallbackValue = "", description = "The globals as they are at the end.")
        String globals;

        @Option(names = "--export-collection", paramLabel = "FILE", arity = "0..1", fallbackValue = "", description = "The collection (Postman 2.1) with its variables as they are at the end.")
        String collection;

        @Option(names = "--export-cookie-jar", paramLabel = "FILE", arity = "0..1", fallbackValue = "", description = "The cookies at the end (JSON of tough-cookie). Without FILE all four go to the folder newman.")
        String jar;
    }

    /// What is told of the run.
    static final class Reports {
        @Option(names = {"-r", "--reporters"}, paramLabel = "NAMES", split = ",", arity = "0..1", fallbackValue = "cli",
                description = "How to tell of the run, several with commas between: cli, json, junit, html, tap, progress. Without it cli.")
        List<String> names = new ArrayList<>();

        @Option(names = "--reporter-export", paramLabel = "FILE", description = "Where the report goes, with one reporter that writes a file.")
        String export;

        @Option(names = "--reporter-json-export", paramLabel = "FILE", arity = "0..1", fallbackValue = "", description = "Without these four it is a file in the folder newman, and tap is printed.")
        String json;

        @Option(names = "--reporter-junit-export", paramLabel = "FILE", arity = "0..1", fallbackValue = "")
        String junit;

        @Option(names = "--reporter-html-export", paramLabel = "FILE", arity = "0..1", fallbackValue = "")
        String html;

        @Option(names = "--reporter-tap-export", paramLabel = "FILE", arity = "0..1", fallbackValue = "")
        String tap;

        @Option(names = {"--reporter-cli-no-summary", "--reporter-no-summary"}, description = "No table of sums.")
        boolean noSummary;

        @Option(names = {"--reporter-cli-no-failures", "--reporter-no-failures"}, description = "No list of failures.")
        boolean noFailures;

        @Option(names = {"--reporter-cli-no-assertions", "--reporter-no-assertions"}, description = "No tests.")
        boolean noAssertions;

        @Option(names = {"--reporter-cli-no-success-assertions", "--reporter-no-success-assertions"}, description = "Only tests that failed.")
        boolean noSuccess;

        @Option(names = {"--reporter-cli-no-console", "--reporter-no-console"}, description = "Not what scripts say.")
        boolean noConsole;

        @Option(names = {"--reporter-cli-no-banner", "--reporter-no-banner"}, description = "No first line.")
        boolean noBanner;

        @Option(names = {"--reporter-cli-show-timestamps", "--reporter-show-timestamps"}, description = "The time of each line.")
        boolean timestamps;

        @Option(names = {"--reporter-cli-silent", "--reporter-silent"}, description = "As --silent, for the terminal.")
        boolean cliSilent;

        @Option(names = "--silent", description = "Print nothing but trouble.")
        boolean silent;

        @Option(names = "--verbose", description = "Show heads, the beginnings of bodies and timings, secrets covered.")
        boolean verbose;

        @Option(names = "--color", paramLabel = "on|off|auto", description = "Colours; auto: where somebody sees them.")
        String colour = "auto";

        @Option(names = "--no-color", description = "No colours; NO_COLOR in the environment says the same.")
        boolean colourless;

        @Option(names = "--disable-unicode", description = "Only ASCII for marks and lines.")
        boolean ascii;
    }
}
