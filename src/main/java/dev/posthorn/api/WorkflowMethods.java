package dev.posthorn.api;

import dev.posthorn.api.Parameter.Where;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.List;

/// The methods of Workflow Server's Workflow API; other ones come by opening the OpenAPI document of a server.
public final class WorkflowMethods {

    private static final String MANY = "JSON";

    private WorkflowMethods() {}

    /// @param server the address of the server, or a variable for it
    /// @param auth   how each request proves itself
    public static List<ApiMethod> of(String server, Auth auth) {
        var parameters = body("parameters", MANY, "A list of the parameters of the process: name, value, persist.", false, "");
        var identity = body("identityId", "string", "Who does it.", false, "");
        return new Making(server, auth).all(List.of(
                post("createinstance/:id", "Create a process", "Starts an instance of a scheme under an id of your choice.", body("schemeCode", "string", "The code of the scheme.", true, "TestScheme"), identity,
                        body("impersonatedIdentityId", "string", "In whose name it is done.", false, ""), parameters),
                get("getinstanceinfo/:id", "Look at a process", "State, scheme, parameters and history of a process."),
                get("isprocessexists/:id", "Is there such a process", "Whether a process with that id is there."),
                get("getavailablecommands/:id", "Commands of a process", "The commands that a person can give to a process now.", query("identityId", "Who asks."), query("culture", "The language of the names, such as de-DE.")),
                post("executecommand/:id", "Give a command", "Leads a process on by a command.", body("command", "string", "The name of the command.", true, "Submit"), identity, parameters),
                get("getavailablestatestoset/:id", "States that can be set", "The states that a process can be put into."),
                post("setstate/:id", "Set the state", "Puts a process into a state.", body("state", "string", "The name of the state.", true, ""), identity, parameters),
                post("deleteinstance/:id", "Delete a process", "Deletes a process and its history."),
                get("getscheme/:code", "A scheme", "The description of a scheme as XML."),
                post("startruntime", "Start the runtime", "Starts the engine: processes move again."),
                post("stopruntime", "Stop the runtime", "Stops the engine: no process moves until it is started.")));
    }

    /// One method before it has an address.
    private record Told(String method, String path, String name, String about, List<Parameter> parameters) {}

    private static Told get(String path, String name, String about, Parameter... parameters) {
        return new Told("GET", path, name, about, List.of(parameters));
    }

    private static Told post(String path, String name, String about, Parameter... parameters) {
        return new Told("POST", path, name, about, List.of(parameters));
    }

    private static Parameter body(String name, String type, String about, boolean required, String preset) {
        return new Parameter(Where.BODY, name, type, about, required, preset, List.of());
    }

    private static Parameter query(String name, String about) {
        return new Parameter(Where.QUERY, name, "string", about, false, "", List.of());
    }

    private record Making(String server, Auth auth) {

        List<ApiMethod> all(List<Told> told) {
            return told.stream().map(this::one).toList();
        }

        private ApiMethod one(Told told) {
            var url = server + "/workflowapi/" + told.path();
            var names = RequestUrl.parse(url).pathVariableNames();
            var parameters = new ArrayList<Parameter>();
            names.forEach(name -> parameters.add(new Parameter(Where.PATH, name, name.equals("id") ? "string uuid" : "string", name.equals("id") ? "The id of the process; {{$guid}} makes a new one." : "The code of the scheme.",
                    true, name.equals("id") ? "{{processId}}" : "TestScheme", List.of())));
            parameters.addAll(told.parameters());
            var query = told.parameters().stream().filter(p -> p.where() == Where.QUERY).map(p -> new Entry(p.name(), "", p.about(), false, false)).toList();
            var path = names.stream().map(name -> Entry.of(name, "")).toList();
            var request = Request.get(url).withMethod(told.method()).withAddress(url, query, path).withHeaders(List.of(Entry.of("Accept", "application/json"))).withAuth(auth).withDescription(told.about());
            var made = new ApiMethod("", told.name(), "", told.about(), request, parameters);
            return made.hasBody() ? new ApiMethod("", told.name(), "", told.about(), request.withBody(new Body.Raw(made.json(made.presets()), "json")), parameters) : made;
        }
    }
}
