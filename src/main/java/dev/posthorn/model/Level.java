package dev.posthorn.model;

import java.util.List;

/// What a folder or a collection sets for all that stands below it.
public record Level(String description, Auth auth, List<Entry> variables, List<Script> scripts, Settings settings) {

    public Level {
        description = description == null ? "" : description;
        variables = List.copyOf(variables);
        scripts = List.copyOf(scripts);
    }

    public static Level of(Folder folder) {
        return new Level(folder.description(), folder.auth(), folder.variables(), folder.scripts(), folder.settings());
    }

    public static Level of(Collection collection) {
        return new Level(collection.description(), collection.auth(), collection.variables(), collection.scripts(), collection.settings());
    }

    public Level withDescription(String value) {
        return new Level(value, auth, variables, scripts, settings);
    }

    public Level withAuth(Auth value) {
        return new Level(description, value, variables, scripts, settings);
    }

    public Level withVariables(List<Entry> value) {
        return new Level(description, auth, value, scripts, settings);
    }

    public Level withScripts(List<Script> value) {
        return new Level(description, auth, variables, value, settings);
    }

    public Level withSettings(Settings value) {
        return new Level(description, auth, variables, scripts, value);
    }
}
