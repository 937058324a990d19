package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Answer;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.demo.vendor.Pages;
import dev.posthorn.demo.vendor.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An OData service of version 4 or 3 over tables: metadata, queries, paging, writing, operations, batches.
public final class ODataService {

    private final Tables tables;
    private final Stage stage;
    private final boolean four;
    private final Resolver resolver;
    private final Reader reader;
    private final Writer writer;
    private final String metadata;
    private final Batch batch;

    /// @param page so many rows are sent at a time, unless the fault of that name says less
    public ODataService(Tables tables, List<Operation> operations, Stage stage, boolean four, int page) {
        this.tables = tables;
        this.stage = stage;
        this.four = four;
        resolver = new Resolver(tables, operations, four);
        reader = new Reader(tables, stage.faults(), four, page);
        writer = new Writer(tables, new Changes(tables, stage.clock()), four);
        metadata = four ? MetadataFour.of(tables.schema(), operations) : MetadataThree.of(tables.schema(), operations);
        batch = new Batch(this, tables);
    }

    /// @param root of the service, with scheme and authority, without a slash at the end
    /// @param path below that, not decoded
    public Answer answer(Asked asked, String root, String path) {
        try {
            return versioned(answered(asked, root, path));
        } catch (ODataError e) {
            asked.note().wrong(e.getMessage());
            return versioned(error(asked, e.status(), e.getMessage()));
        }
    }

    private Answer versioned(Answer answer) {
        return answer.with(four ? "OData-Version" : "DataServiceVersion", four ? "4.0" : "3.0;");
    }

    boolean four() {
        return four;
    }

    private Answer answered(Asked asked, String root, String path) throws ODataError {
        var segments = Asked.segments(path);
        if (segments.isEmpty()) {
            needs(asked, "GET");
            return reader.document(root, style(asked));
        }
        return switch (segments.getFirst()) {
            case "$metadata" -> {
                needs(asked, "GET");
                yield metadata(asked);
            }
            case "$batch" -> {
                needs(asked, "POST");
                yield batch.answer(asked, root);
            }
            default -> resource(asked, root, segments);
        };
    }

    private static void needs(Asked asked, String method) throws ODataError {
        if (!asked.is(method) && !(method.equals("GET") && asked.is("HEAD"))) {
            throw new ODataError(405, "The method " + asked.method() + " is not allowed here: use " + method + ".");
        }
    }

    private Answer metadata(Asked asked) {
        if (stage.faults().has(Fault.METADATA_HTML)) {
            asked.note().wrong("Fault: a page instead of metadata.");
            return Pages.application("Welcome to the application");
        }
        var broken = stage.faults().has(Fault.METADATA_BROKEN);
        return Answer.text(200, "application/xml;charset=utf-8", broken ? metadata.substring(0, metadata.length() / 2) : metadata);
    }

    private Answer resource(Asked sent, String root, List<String> segments) throws ODataError {
        var tunnelled = sent.is("POST") ? sent.header("X-HTTP-Method").toUpperCase(Locale.ROOT) : "";
        var asked = tunnelled.isEmpty() ? sent : new Asked(tunnelled, sent.origin(), sent.path(), sent.query(), sent.headers(), sent.body(), sent.note());
        var format = new Format(tables, style(asked), root);
        var place = resolver.resolve(segments, asked);
        if (place instanceof Place.Result result) {
            return reader.result(asked, format, result);
        }
        return switch (asked.method()) {
            case "GET", "HEAD" -> reader.read(asked, format, place);
            case "POST", "PATCH", "MERGE", "PUT", "DELETE" -> writer.write(asked, format, place);
            default -> throw new ODataError(405, "The method " + asked.method() + " is not allowed here.");
        };
    }

    /// By `$format` and Accept; version 3 answers the light form unless the verbose one is asked for.
    private Format.Style style(Asked asked) throws ODataError {
        var asks = (asked.parameter("$format") + "," + asked.header("Accept")).toLowerCase(Locale.ROOT).replace(" ", "");
        if (asks.startsWith("atom") || asks.startsWith(",application/atom+xml") && !asks.contains("json")) {
            throw new ODataError(415, "This service writes JSON alone: ask for application/json;odata=verbose.");
        }
        if (!four) {
            return asks.contains("odata=verbose") || asks.startsWith("verbosejson") ? Format.Style.VERBOSE : Format.Style.LIGHT;
        }
        return asks.contains("metadata=full") ? Format.Style.FULL : asks.contains("metadata=none") ? Format.Style.NONE : Format.Style.MINIMAL;
    }

    /// An error in the form of its version (OData JSON Format 4.0 §19; verbose JSON 3.0 §11).
    Answer error(Asked asked, int status, String sentence) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", "");
        var inner = new LinkedHashMap<String, Object>();
        inner.put("message", sentence);
        inner.put("type", "Microsoft.OData.ODataException");
        if (four) {
            told.put("message", sentence);
            told.put("innererror", inner);
            return Answer.json(status, Map.of("error", told));
        }
        var message = new LinkedHashMap<String, Object>();
        message.put("lang", "en-US");
        message.put("value", sentence);
        told.put("message", message);
        var verbose = Arrays.stream(asked.header("Accept").split(",")).anyMatch(a -> a.contains("verbose"));
        return Answer.json(status, Map.of(verbose ? "error" : "odata.error", told));
    }
}
