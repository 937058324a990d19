package dev.posthorn.odata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.olingo.commons.api.data.ContextURL;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.data.ValueType;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.commons.api.http.HttpMethod;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.batch.BatchFacade;
import org.apache.olingo.server.api.deserializer.batch.BatchOptions;
import org.apache.olingo.server.api.deserializer.batch.BatchRequestPart;
import org.apache.olingo.server.api.deserializer.batch.ODataResponsePart;
import org.apache.olingo.server.api.processor.ActionVoidProcessor;
import org.apache.olingo.server.api.processor.BatchProcessor;
import org.apache.olingo.server.api.processor.EntityCollectionProcessor;
import org.apache.olingo.server.api.processor.EntityProcessor;
import org.apache.olingo.server.api.serializer.EntityCollectionSerializerOptions;
import org.apache.olingo.server.api.serializer.EntitySerializerOptions;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;
import org.apache.olingo.server.api.uri.UriResourceFunction;

/// A real OData 4 service of 25 customers, made with Olingo: pages of ten, a function, an action, changes, batches.
final class OlingoShop implements EntityCollectionProcessor, EntityProcessor, ActionVoidProcessor, BatchProcessor, AutoCloseable {

    private static final int PAGE = 10;

    private final HttpServer server;
    private final List<Entity> customers = new ArrayList<>();
    private OData odata;
    private ServiceMetadata metadata;

    OlingoShop() throws IOException {
        reset();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/shop", this::answer);
        server.start();
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shop";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void reset() {
        customers.clear();
        for (var i = 0; i < 25; i++) {
            customers.add(customer(new UUID(0, i), "Customer " + i, i));
        }
    }

    private static Entity customer(UUID id, String name, int age) {
        var entity = new Entity();
        entity.addProperty(new Property(null, "Id", ValueType.PRIMITIVE, id));
        entity.addProperty(new Property(null, "Name", ValueType.PRIMITIVE, name));
        entity.addProperty(new Property(null, "Age", ValueType.PRIMITIVE, age));
        entity.addProperty(new Property(null, "Credit", ValueType.PRIMITIVE, new BigDecimal("12.50")));
        entity.setId(URI.create("Customers(" + id + ")"));
        return entity;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var service = OData.newInstance();
        var handler = service.createRawHandler(service.createServiceMetadata(new OlingoModel(), List.of()));
        handler.register(this);
        var request = new ODataRequest();
        request.setMethod(HttpMethod.valueOf(exchange.getRequestMethod()));
        request.setProtocol("HTTP/1.1");
        exchange.getRequestHeaders().forEach(request::addHeader);
        request.setBody(new ByteArrayInputStream(exchange.getRequestBody().readAllBytes()));
        request.setRawBaseUri(root());
        request.setRawODataPath(exchange.getRequestURI().getRawPath().substring("/shop".length()));
        request.setRawQueryPath(exchange.getRequestURI().getRawQuery());
        request.setRawRequestUri("http://127.0.0.1:" + server.getAddress().getPort() + exchange.getRequestURI());
        var response = handler.process(request);
        response.getAllHeaders().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        var body = response.getContent() == null ? new byte[0] : response.getContent().readAllBytes();
        exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void init(OData service, ServiceMetadata about) {
        odata = service;
        metadata = about;
    }

    private EdmEntitySet set() {
        return metadata.getEdm().getEntityContainer().getEntitySet("Customers");
    }

    @Override
    public void readEntityCollection(ODataRequest request, ODataResponse response, UriInfo uri, ContentType format) throws ODataLibraryException {
        var found = customers.stream();
        if (uri.getUriResourceParts().getFirst() instanceof UriResourceFunction function) {
            found = found.limit(Long.parseLong(function.getParameters().getFirst().getText()));
        }
        var all = found.toList();
        var skip = uri.getSkipTokenOption() != null ? Integer.parseInt(uri.getSkipTokenOption().getValue()) : uri.getSkipOption() != null ? uri.getSkipOption().getValue() : 0;
        var top = uri.getTopOption() != null ? uri.getTopOption().getValue() : PAGE;
        var page = new EntityCollection();
        all.stream().skip(skip).limit(Math.min(top, PAGE)).forEach(page.getEntities()::add);
        if (uri.getTopOption() == null && skip + PAGE < all.size()) {
            page.setNext(URI.create("Customers?$skiptoken=" + (skip + PAGE)));
        }
        if (uri.getCountOption() != null && uri.getCountOption().getValue()) {
            page.setCount(all.size());
        }
        var select = uri.getSelectOption();
        var context = ContextURL.with().entitySet(set()).selectList(odata.createUriHelper().buildContextURLSelectList(set().getEntityType(), null, select)).build();
        var options = EntityCollectionSerializerOptions.with().contextURL(context).select(select).count(uri.getCountOption()).build();
        response.setContent(odata.createSerializer(format).entityCollection(metadata, set().getEntityType(), page, options).getContent());
        response.setStatusCode(200);
        response.setHeader("Content-Type", format.toContentTypeString());
    }

    private Entity find(UriInfo uri) throws ODataApplicationException {
        var id = ((UriResourceEntitySet) uri.getUriResourceParts().getFirst()).getKeyPredicates().getFirst().getText();
        return customers.stream().filter(c -> c.getProperty("Id").getValue().toString().equals(id)).findFirst()
                .orElseThrow(() -> new ODataApplicationException("There is no customer " + id, 404, null));
    }

    private void send(Entity entity, int status, ODataResponse response, ContentType format) throws ODataLibraryException {
        var options = EntitySerializerOptions.with().contextURL(ContextURL.with().entitySet(set()).suffix(ContextURL.Suffix.ENTITY).build()).build();
        response.setContent(odata.createSerializer(format).entity(metadata, set().getEntityType(), entity, options).getContent());
        response.setStatusCode(status);
        response.setHeader("Content-Type", format.toContentTypeString());
    }

    @Override
    public void readEntity(ODataRequest request, ODataResponse response, UriInfo uri, ContentType format) throws ODataApplicationException, ODataLibraryException {
        send(find(uri), 200, response, format);
    }

    @Override
    public void createEntity(ODataRequest request, ODataResponse response, UriInfo uri, ContentType from, ContentType format) throws ODataLibraryException {
        var entity = odata.createDeserializer(from).entity(request.getBody(), set().getEntityType()).getEntity();
        entity.setId(URI.create("Customers(" + entity.getProperty("Id").getValue() + ")"));
        customers.add(entity);
        send(entity, 201, response, format);
    }

    @Override
    public void updateEntity(ODataRequest request, ODataResponse response, UriInfo uri, ContentType from, ContentType format) throws ODataApplicationException, ODataLibraryException {
        var entity = find(uri);
        for (var changed : odata.createDeserializer(from).entity(request.getBody(), set().getEntityType()).getEntity().getProperties()) {
            entity.getProperties().removeIf(p -> p.getName().equals(changed.getName()));
            entity.addProperty(changed);
        }
        response.setStatusCode(204);
    }

    @Override
    public void deleteEntity(ODataRequest request, ODataResponse response, UriInfo uri) throws ODataApplicationException {
        customers.remove(find(uri));
        response.setStatusCode(204);
    }

    @Override
    public void processActionVoid(ODataRequest request, ODataResponse response, UriInfo uri, ContentType from) {
        reset();
        response.setStatusCode(204);
    }

    @Override
    public void processBatch(BatchFacade facade, ODataRequest request, ODataResponse response) throws ODataApplicationException, ODataLibraryException {
        var boundary = facade.extractBoundaryFromContentType(request.getHeader("Content-Type"));
        var options = BatchOptions.with().rawBaseUri(request.getRawBaseUri()).rawServiceResolutionUri(request.getRawServiceResolutionUri()).isStrict(true).build();
        var parts = new ArrayList<ODataResponsePart>();
        for (BatchRequestPart part : odata.createFixedFormatDeserializer().parseBatchRequest(request.getBody(), boundary, options)) {
            parts.add(facade.handleBatchRequest(part));
        }
        response.setContent(odata.createFixedFormatSerializer().batchResponse(parts, "answer_1"));
        response.setHeader("Content-Type", "multipart/mixed;boundary=answer_1");
        response.setStatusCode(200);
    }

    @Override
    public ODataResponsePart processChangeSet(BatchFacade facade, List<ODataRequest> requests) throws ODataApplicationException, ODataLibraryException {
        var responses = new ArrayList<ODataResponse>();
        for (var request : requests) {
            var response = facade.handleODataRequest(request);
            if (response.getStatusCode() >= 400) {
                return new ODataResponsePart(response, false);
            }
            responses.add(response);
        }
        return new ODataResponsePart(responses, true);
    }
}
