package dev.posthorn.imports.openapi;

/// What the folders of an imported description are made of.
public enum Grouping {

    /// A folder for each tag; requests without a tag go by their path.
    TAGS,

    /// A folder for each part of the path under which there is more than one request.
    PATHS
}
