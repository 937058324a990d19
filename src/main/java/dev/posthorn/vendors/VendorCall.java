package dev.posthorn.vendors;

import dev.posthorn.auth.CreatioSite;
import dev.posthorn.auth.SiteUrl;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.List;

/// Something that can be called at a vendor's system, with a request to begin with.
///
/// @param title   "OData 4: accounts"
/// @param summary what it is good for, a sentence
/// @param request without an authorization of its own
public record VendorCall(String title, String summary, Request request) {

    private static final String SELECT = """
            {
              "RootSchemaName": "Account",
              "columns": {
                "items": {
                  "Name": { "expression": { "columnPath": "Name" } }
                }
              }
            }
            """;

    /// What can be called with this authorization, as typed or resolved; empty for types that belong to no vendor. Addresses are those of its form, or a variable to fill in.
    public static List<VendorCall> of(Auth auth) {
        return switch (auth.type()) {
            case "creatioSession", "creatioOAuth" -> creatio(auth);
            case "bizagi" -> bizagi(or(SiteUrl.of(auth.text("projectUrl")), "{{bizagi}}"));
            case "workflowServer" -> workflow(or(SiteUrl.of(auth.text("serverUrl")), "{{workflow}}"));
            default -> List.of();
        };
    }

    private static String or(String address, String variable) {
        return address.isEmpty() ? variable : address;
    }

    private static List<VendorCall> creatio(Auth auth) {
        var typed = auth.text("baseUrl").isBlank() ? auth.with("baseUrl", "{{creatio}}") : auth;
        var root = CreatioSite.of(typed).services();
        return List.of(
                new VendorCall("OData 4", "Reads and writes the data of all objects; the newer of the two OData services.", get(root + "/odata/Account?$select=Id,Name&$top=10", "application/json")),
                new VendorCall("OData 3", "The older OData service, with verbose JSON.", get(root + "/ServiceModel/EntityDataService.svc/AccountCollection/?$select=Name", "application/json;odata=verbose")),
                new VendorCall("DataService: select", "Queries with columns, filters and sorting, as Creatio's own pages make them.", post(root + "/DataService/json/SyncReply/SelectQuery", SELECT)),
                new VendorCall("Web service of the product", "A method of a configuration service, called with POST.", post(root + "/rest/CryptographicService/GetConvertedPasswordValue", "{\n  \"password\": \"test\"\n}\n")),
                new VendorCall("Web service of your own", "A service that was made for your site, called with GET: put your names in place of the sample's.",
                        get(root + "/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor", "application/json")));
    }

    private static List<VendorCall> bizagi(String project) {
        return List.of(
                new VendorCall("Data services: stakeholders", "The stakeholders of the user that the token acts as: the first call to make.", json(project + "/odata/data/stakeholders")),
                new VendorCall("Data services: what there is", "The entry point of the data services: processes, cases, entities.", json(project + "/odata/data/")),
                new VendorCall("Data services: description", "Their metadata, with types and keys.", get(project + "/odata/data/$metadata", "application/xml")),
                new VendorCall("Metadata services: what there is", "The entry point of the metadata services; client credentials with the scope api are recommended for them.", json(project + "/odata/metadata/")),
                new VendorCall("Metadata services: description", "Their metadata, with types and keys.", get(project + "/odata/metadata/$metadata", "application/xml")));
    }

    private static List<VendorCall> workflow(String server) {
        return List.of(
                new VendorCall("Create a process", "Starts an instance of a scheme under an id of your choice.", post(server + "/workflowapi/createinstance/{{$guid}}", "{\n  \"schemeCode\": \"TestScheme\"\n}\n")),
                new VendorCall("Look at a process", "State, scheme and parameters of one instance.", get(server + "/workflowapi/getinstanceinfo/{{processId}}", "application/json")),
                new VendorCall("Commands of a process", "What a user may do with it now.", get(server + "/workflowapi/getavailablecommands/{{processId}}", "application/json")));
    }

    private static Request json(String url) {
        return get(url, "application/json").withHeaders(List.of(Entry.of("Accept", "application/json"), Entry.of("Content-Type", "application/json")));
    }

    private static Request get(String url, String accept) {
        return Request.get(url).withAddress(url, RequestUrl.parse(url).entries(), List.of()).withHeaders(List.of(Entry.of("Accept", accept)));
    }

    private static Request post(String url, String body) {
        return Request.get(url).withMethod("POST").withHeaders(List.of(Entry.of("Accept", "application/json"))).withBody(new Body.Raw(body, "json"));
    }
}
