package dev.posthorn.ui.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small OData 2 service of our own, with what is peculiar to that version; and addresses that answer as services should not.
final class OldService implements AutoCloseable {
    private static final int ROWS = 45;
    private static final int PAGE = 20;
    private static final String METADATA = """
            <edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
            <Schema Namespace="Stock" xmlns="http://schemas.microsoft.com/ado/2008/09/edm" xmlns:sap="http://www.sap.com/Protocols/SAPData">
            <EntityType Name="Product"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/><Property Name="Name" Type="Edm.String" MaxLength="40"/>
            <Property Name="Price" Type="Edm.Decimal"/><Property Name="Sold" Type="Edm.Int64"/><Property Name="Since" Type="Edm.DateTime"/><Property Name="Tag" Type="Edm.Guid"/>
            <NavigationProperty Name="Lines" Relationship="Stock.ProductLines" FromRole="P" ToRole="L"/></EntityType>
            <EntityType Name="Line"><Key><PropertyRef Name="Order"/><PropertyRef Name="Code"/></Key><Property Name="Order" Type="Edm.Int64" Nullable="false"/>
            <Property Name="Code" Type="Edm.String" Nullable="false"/><Property Name="Note" Type="Edm.String"/></EntityType>
            <Association Name="ProductLines"><End Type="Stock.Product" Role="P" Multiplicity="1"/><End Type="Stock.Line" Role="L" Multiplicity="*"/></Association>
            <EntityContainer Name="C" m:IsDefaultEntityContainer="true"><EntitySet Name="Products" EntityType="Stock.Product"/>
            <EntitySet Name="Lines" EntityType="Stock.Line" sap:creatable="false" sap:updatable="false" sap:deletable="false"/>
            <AssociationSet Name="S" Association="Stock.ProductLines"><End Role="P" EntitySet="Products"/><End Role="L" EntitySet="Lines"/></AssociationSet>
            <FunctionImport Name="Best" ReturnType="Collection(Stock.Product)" EntitySet="Products" m:HttpMethod="GET"><Parameter Name="count" Type="Edm.Int32"/></FunctionImport></EntityContainer>
            </Schema></edmx:DataServices></edmx:Edmx>""";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int version = 1;

    OldService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Method, path with query, If-Match and body of each request, in order.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// Somebody else changes everything.
    void changeElsewhere() {
        version++;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI().toString();
            var match = exchange.getRequestHeaders().getFirst("If-Match");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + uri + (match == null ? "" : " " + match) + (body.isEmpty() ? "" : " " + body.replaceAll("\\s+", "")));
            if (!uri.startsWith("/old.svc/")) {
                fault(exchange, uri);
            } else if (uri.endsWith("/$batch")) {
                batch(exchange, body);
            } else if (exchange.getRequestMethod().equals("GET")) {
                read(exchange, uri.substring(9));
            } else {
                write(exchange, match);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private void fault(HttpExchange exchange, String uri) throws IOException {
        if (uri.startsWith("/login/")) {
            exchange.getResponseHeaders().set("Location", "/sign-in");
            send(exchange, 302, "text/plain", "");
        } else if (uri.startsWith("/locked/")) {
            json(exchange, 401, "{\"error\":{\"code\":\"E7\",\"message\":\"The key is missing\"}}");
        } else if (uri.startsWith("/down/")) {
            send(exchange, 503, "text/html", "<html><head><title>Back at\nnine</title></head><body>…</body></html>");
        } else if (uri.startsWith("/prose/")) {
            send(exchange, 200, "text/plain", "Nothing of that sort here");
        } else {
            send(exchange, 200, "text/html", "<!DOCTYPE html><html><head><title>Sign in</title></head></html>");
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        if (path.equals("$metadata")) {
            send(exchange, 200, "application/xml", METADATA);
        } else if (path.startsWith("Products(") && path.contains("/Lines")) {
            json(exchange, 200, "{\"d\":{\"results\":[{\"__metadata\":{\"uri\":\"" + root() + "/old.svc/Lines(Order=12345678901L,Code='a%2Fb')\",\"type\":\"Stock.Line\"},\"Order\":\"12345678901\",\"Code\":\"a/b\",\"Note\":null}],\"__count\":\"1\"}}");
        } else if (path.startsWith("Products(")) {
            json(exchange, 200, "{\"d\":" + product(Integer.parseInt(path.substring(9, path.indexOf(')')))) + "}");
        } else if (path.startsWith("Best")) {
            json(exchange, 200, "{\"d\":{\"results\":[" + product(1) + "," + product(2) + "]}}");
        } else {
            var from = path.contains("$skiptoken=") ? Integer.parseInt(path.substring(path.indexOf("$skiptoken=") + 11)) : 0;
            var to = Math.min(ROWS, from + PAGE);
            var rows = IntStream.range(from, to).mapToObj(this::product).collect(Collectors.joining(","));
            json(exchange, 200, "{\"d\":{\"results\":[" + rows + "],\"__count\":\"" + ROWS + "\"" + (to < ROWS ? ",\"__next\":\"" + root() + "/old.svc/Products?$skiptoken=" + to + "\"" : "") + "}}");
        }
    }

    private String product(int id) {
        return """
                {"__metadata":{"uri":"%s/old.svc/Products(%d)","type":"Stock.Product","etag":"W/\\"%d\\""},"Id":%d,"Name":"Product %d","Price":"1.50","Sold":"9007199254740993",
                "Since":"/Date(1706745600000)/","Tag":"01234567-89ab-cdef-0123-456789abcdef","Lines":{"__deferred":{"uri":"%s/old.svc/Products(%d)/Lines"}}}""".formatted(root(), id, version, id, id, root(), id);
    }

    private void write(HttpExchange exchange, String match) throws IOException {
        if (match != null && !match.equals("W/\"" + version + "\"")) {
            json(exchange, 412, "{\"error\":{\"code\":\"C/1\",\"message\":{\"lang\":\"en\",\"value\":\"The version is another\"}}}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            json(exchange, 201, "{\"d\":" + product(99) + "}");
        } else {
            send(exchange, 204, "text/plain", "");
        }
    }

    /// Each change of the batch goes well.
    private static void batch(HttpExchange exchange, String body) throws IOException {
        var changes = body.split("Content-ID: ").length - 1;
        var parts = IntStream.rangeClosed(1, changes).mapToObj(i -> "--c\r\nContent-Type: application/http\r\nContent-ID: " + i + "\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n\r\n").collect(Collectors.joining());
        send(exchange, 202, "multipart/mixed; boundary=b", "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n" + parts + "--c--\r\n--b--\r\n");
    }
}
