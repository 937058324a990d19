package dev.posthorn.api;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.List;

/// The methods of Workflow Server's Workflow API; other ones come by opening the OpenAPI document of a server.
public final class WorkflowMethods {

    private static final String IDENTITY = "- `identityId`: Who does it. (string)";
    private static final String PARAMETERS = """
            - `parameters`: The parameters of the process. (array)
            - `parameters[].name`: Its name. (required, string)
            - `parameters[].value`: A text, a number, true or false, or JSON. (required, any)
            - `parameters[].persist`: Whether it is kept with the process. (boolean)""";

    private WorkflowMethods() {}

    /// @param server the address of the server, or a variable for it
    /// @param auth   how each request proves itself
    public static List<ApiMethod> of(String server, Auth auth) {
        return new Making(server, auth).all(List.of(
                post("createinstance/:id", "Create a process", "Starts an instance of a scheme under an id of your choice.", "{\n  \"schemeCode\": \"TestScheme\"\n}", "- `schemeCode`: The code of the scheme. (required, string)", IDENTITY,
                        "- `impersonatedIdentityId`: In whose name it is done. (string)", PARAMETERS),
                get("getinstanceinfo/:id", "Look at a process", "State, scheme, parameters and history of a process."),
                get("isprocessexists/:id", "Is there such a process", "Whether a process with that id is there."),
                get("getavailablecommands/:id", "Commands of a process", "The commands that a person can give to a process now.", "identityId", "Who asks. (string)", "culture", "The language of the names, such as de-DE. (string)"),
                post("executecommand/:id", "Give a command", "Leads a process on by a command.", "{\n  \"command\": \"Submit\"\n}", "- `command`: The name of the command. (required, string)", IDENTITY, PARAMETERS),
                get("getavailablestatestoset/:id", "States that can be set", "The states that a process can be put into."),
                post("setstate/:id", "Set the state", "Puts a process into a state.", "{\n  \"state\": \"\"\n}", "- `state`: The name of the state. (required, string)", IDENTITY, PARAMETERS),
                post("deleteinstance/:id", "Delete a process", "Deletes a process and its history.", ""),
                get("getscheme/:code", "A scheme", "The description of a scheme as XML."),
                post("startruntime", "Start the runtime", "Starts the engine: processes move again.", ""),
                post("stopruntime", "Stop the runtime", "Stops the engine: no process moves until it is started.", "")));
    }

    /// One method before it has an address.
    private record Told(String method, String path, String name, String about, List<Entry> query, String body) {}

    private static Told get(String path, String name, String about, String... query) {
        var rows = new ArrayList<Entry>();
        for (var i = 0; i < query.length; i += 2) {
            rows.add(new Entry(query[i], "", query[i + 1], false, false));
        }
        return new Told("GET", path, name, about, rows, "");
    }

    /// @param body what is sent with nothing filled in; empty for nothing
    private static Told post(String path, String name, String about, String body, String... fields) {
        return new Told("POST", path, name, fields.length == 0 ? about : about + "\n\n" + Shape.HEADING + "\n\n" + String.join("\n", fields), List.of(), body);
    }

    private record Making(String server, Auth auth) {

        List<ApiMethod> all(List<Told> told) {
            return told.stream().map(this::one).toList();
        }

        private ApiMethod one(Told told) {
            var url = server + "/workflowapi/" + told.path();
            var path = RequestUrl.parse(url).pathVariableNames().stream().map(name -> name.equals("id") ? new Entry(name, "{{processId}}", "The id of the process; {{$guid}} makes a new one. (required, string uuid)", true, false)
                    : new Entry(name, "TestScheme", "The code of the scheme. (required, string)", true, false)).toList();
            var request = Request.get(url).withMethod(told.method()).withAddress(url, told.query(), path).withHeaders(List.of(Entry.of("Accept", "application/json"))).withAuth(auth).withDescription(told.about());
            return new ApiMethod("", told.name(), "", told.body().isEmpty() ? request : request.withBody(new Body.Raw(told.body(), "json")));
        }
    }
}
