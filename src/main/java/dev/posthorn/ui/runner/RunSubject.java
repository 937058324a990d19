package dev.posthorn.ui.runner;

import dev.posthorn.model.RequestItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A collection or folder that can be run, as it is at this moment.
///
/// @param collection   its file
/// @param item         the id of the folder; empty for the whole collection
/// @param trail        "Creatio / OData 4", where the folder stands; empty for a collection
/// @param requests     in the order of the tree
/// @param paths        the folders between it and each request, by the request's id: "Open / Late"; empty where there is none
/// @param environments by name
/// @param chosen       the environment that the window uses; empty for none
public record RunSubject(Path collection, String item, String title, String trail, List<RequestItem> requests, Map<String, String> paths, List<String> environments, String chosen) {

    public RunSubject {
        requests = List.copyOf(requests);
        paths = Map.copyOf(paths);
        environments = List.copyOf(environments);
    }
}
