package dev.posthorn.ui.odata;

import dev.posthorn.model.Request;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.workbench.Job;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A made-up OData service of any size, answered at once: so many types that lead to each other in circles, and pages of so many rows.
final class LargeService extends PlayedService {
    static final String URL = "https://large.example.net/odata";

    private final int types;
    private final int rows;

    LargeService(Background background, int types, int rows) {
        super(background, request -> Reply.none(request.url()));
        this.types = types;
        this.rows = rows;
    }

    @Override
    public Job send(String name, Request request, Standing from, String environment, Consumer<Reply> done) {
        background().run(() -> (request.url().endsWith("$metadata") ? metadata() : page()).getBytes(StandardCharsets.UTF_8),
                body -> done.accept(new Reply(200, "OK", request.url().endsWith("$metadata") ? "application/xml" : "application/json", body, request.url(), "", 1)), e -> done.accept(Reply.none(e.toString())));
        return () -> { };
    }

    private String metadata() {
        var text = new StringBuilder("<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices><Schema Namespace=\"Large\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">");
        for (var i = 0; i < types; i++) {
            text.append("<EntityType Name=\"Thing").append(i).append("\"><Key><PropertyRef Name=\"Id\"/></Key><Property Name=\"Id\" Type=\"Edm.Int32\" Nullable=\"false\"/><Property Name=\"Name\" Type=\"Edm.String\"/>")
                    .append("<Property Name=\"Amount").append(i % 100).append("\" Type=\"Edm.Decimal\"/><Property Name=\"Since\" Type=\"Edm.DateTimeOffset\"/><Property Name=\"Note\" Type=\"Edm.String\"/>")
                    .append("<NavigationProperty Name=\"Next\" Type=\"Large.Thing").append((i + 1) % types).append("\"/><NavigationProperty Name=\"Parts\" Type=\"Collection(Large.Thing").append(i).append(")\"/></EntityType>");
        }
        text.append("<EntityContainer Name=\"C\">");
        for (var i = 0; i < types; i++) {
            text.append("<EntitySet Name=\"Things").append(i).append("\" EntityType=\"Large.Thing").append(i).append("\"/>");
        }
        return text.append("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>").toString();
    }

    private String page() {
        var text = new StringBuilder("{\"@odata.count\":").append(rows).append(",\"value\":[");
        for (var i = 0; i < rows; i++) {
            text.append(i == 0 ? "" : ",").append("{\"@odata.etag\":\"W/1\",\"Id\":").append(i).append(",\"Name\":\"Thing number ").append(i * 7919 % rows).append("\",\"Amount0\":").append(i % 977)
                    .append(".25,\"Since\":\"2026-01-01T10:00:00.000Z\",\"Note\":").append(i % 3 == 0 ? "null" : "\"Some words\"").append('}');
        }
        return text.append("]}").toString();
    }
}
