package dev.posthorn.store;

import dev.posthorn.model.Environment;
import java.nio.file.Path;

/// An environment file of the workspace; `file` is null for one that lives in the workspace alone.
public record OpenedEnvironment(Path file, Environment environment) {}
