package dev.posthorn.imports.curl;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Body;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.List;

/// One set of options up to `--next`, and the requests that it sends: one for each URL.
final class Operation {

    /// A request and the name that it gets where no comment names it.
    record Made(String name, Request request) {}

    private record Url(String text, int offset) {}

    private final Ledger ledger;
    private final HeaderRows headers;
    private final DataParts data;
    private final DataParts query;
    private final Access access;
    private final Behaviour behaviour;
    private final List<Part> form = new ArrayList<>();
    private final List<Url> urls = new ArrayList<>();
    private final List<String> uploads = new ArrayList<>();
    private final String input;
    private final int offset;
    private String method = "";
    private boolean get;
    private boolean head;
    private boolean json;
    private boolean globs = true;
    private boolean dots = true;
    private String scheme = "";

    Operation(Command command, Ledger ledger) {
        this.ledger = ledger;
        this.headers = new HeaderRows(ledger);
        this.data = new DataParts(ledger, command.input());
        this.query = new DataParts(ledger, command.input());
        this.access = new Access(ledger);
        this.behaviour = new Behaviour(ledger);
        this.input = command.input();
        this.offset = command.offset();
    }

    boolean empty() {
        return urls.isEmpty();
    }

    List<Report.Row> rows(String item) {
        return ledger.rows(item, offset);
    }

    void give(Options.Given given) {
        if (!given.reason().isEmpty()) {
            ledger.aside(given.offset(), given.written(), given.reason());
            return;
        }
        var value = given.value();
        switch (given.name()) {
            case "url" -> urls.add(new Url(value, given.offset()));
            case "request" -> method = value;
            case "header" -> headers.typed(value, given.offset());
            case "data", "data-ascii", "data-raw", "data-binary", "data-urlencode" -> data.add(given.name(), value, given.offset());
            case "json" -> {
                json = true;
                data.add("json", value, given.offset());
            }
            case "url-query" -> query.add(value.startsWith("+") ? "data-raw" : "data-urlencode", value.startsWith("+") ? value.substring(1) : value, given.offset());
            case "form" -> form.add(FormField.read(value, given.offset(), ledger));
            case "form-string" -> form.add(formString(value));
            case "upload-file" -> uploads.add(value);
            case "get" -> get = given.on();
            case "head" -> head = given.on();
            case "globoff" -> globs = !given.on();
            case "path-as-is" -> dots = !given.on();
            case "proto-default" -> scheme = value + "://";
            case "user-agent" -> headers.own("User-Agent", value);
            case "referer" -> referer(value, given.offset());
            case "cookie" -> cookie(value, given.offset());
            case "range" -> headers.own("Range", "bytes=" + value);
            case "tr-encoding" -> headers.own("TE", "gzip");
            default -> {
                if (!access.give(given) && !behaviour.give(given)) {
                    ledger.aside(given.offset(), given.written(), reason(given.name()));
                }
                return;
            }
        }
        if (!given.name().equals("header")) {
            ledger.kept();
        }
    }

    private static String reason(String option) {
        return switch (option) {
            case "config", "etag-compare" -> "a file of curl's own, which is not read at import";
            case "time-cond" -> "a date that curl would turn into If-Modified-Since: write that header";
            case "request-target" -> "the target of a request is always that of its URL here";
            default -> "a request has no such setting here";
        };
    }

    private static Part formString(String value) {
        var equals = value.indexOf('=');
        return equals < 0 ? Part.text(value, "") : Part.text(value.substring(0, equals), value.substring(equals + 1));
    }

    private void referer(String value, int at) {
        var automatic = value.endsWith(";auto");
        headers.own("Referer", automatic ? value.substring(0, value.length() - 5) : value);
        if (automatic) {
            ledger.aside(at, "--referer ;auto", "a Referer is not set by redirects here");
        }
    }

    private void cookie(String value, int at) {
        if (value.indexOf('=') < 0) {
            ledger.aside(at, "--cookie " + value, "a file of cookies is not read at import: the cookie jar of the workspace keeps them");
            return;
        }
        var before = headers.ownValue("Cookie");
        headers.own("Cookie", before.isEmpty() ? value : before + ";" + value);
    }

    List<Made> requests() {
        var toQuery = get && !data.isEmpty();
        var added = new ArrayList<String>();
        for (var more : List.of(query.text(), toQuery ? data.text() : "")) {
            if (!more.isEmpty()) {
                added.add(more);
            }
        }
        var made = new ArrayList<Made>();
        for (var i = 0; i < urls.size(); i++) {
            var url = urls.get(i);
            var text = scheme.isEmpty() || url.text().contains("://") ? url.text() : scheme + url.text();
            var upload = uploads.isEmpty() ? null : uploads.get(Math.min(i, uploads.size() - 1));
            for (var address : Address.of(text, globs, dots, String.join("&", added), url.offset(), ledger)) {
                made.add(request(address, toQuery, upload));
            }
        }
        return made;
    }

    private Made request(Address address, boolean toQuery, String upload) {
        var sends = !data.isEmpty() && !toQuery;
        var body = upload != null ? upload(upload) : !form.isEmpty() ? new Body.FormData(form) : sends ? data() : Body.none();
        var verb = !method.isEmpty() ? method : head ? "HEAD" : upload != null ? "PUT" : !form.isEmpty() || sends ? "POST" : "GET";
        var url = upload != null && address.url().endsWith("/") && !upload.matches("[-.]") ? address.url() + Percent.encoded(fileName(upload)) : address.url();
        var settings = behaviour.settings(offset, !method.matches("|GET|HEAD"), headers.switchedOff(), address.raw());
        if (!(body instanceof Body.None) && List.of("GET", "HEAD", "COPY", "PURGE", "UNLOCK").contains(verb)) {
            settings = settings.with("disableBodyPruning", true);
        }
        var request = new Request(verb, url, RequestUrl.parse(url).entries(), List.of(), headers.rows(), body,
                access.auth(address.user(), headers.has("Authorization"), offset), List.of(), settings, "");
        return new Made(verb + " " + address.name(), request);
    }

    private Body upload(String file) {
        headers.withoutContentType();
        if (!file.equals("-") && !file.equals(".")) {
            return new Body.Binary(file);
        }
        if (input == null) {
            ledger.aside(offset, "--upload-file -", "what would be piped in is not known: put it into the body");
        }
        return input == null ? Body.none() : new Body.Raw(input, "text");
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private Body data() {
        var typed = headers.value("Content-Type");
        var type = !typed.isEmpty() ? typed : headers.isOff("Content-Type") ? "" : json ? "application/json" : "application/x-www-form-urlencoded";
        var body = data.body(type);
        if (json) {
            headers.last("Content-Type", "application/json");
            headers.last("Accept", "application/json");
        } else if (!(body instanceof Body.UrlEncoded) && typed.isEmpty()) {
            headers.last("Content-Type", "application/x-www-form-urlencoded");
        }
        return body;
    }
}
