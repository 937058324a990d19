package dev.posthorn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.formats.Importer;
import dev.posthorn.imports.Importers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What was written for an open set stands in its list, or nobody would ever see it.
final class OpenSetsTest {

    @Test
    void everyAuthTypeIsInTheList() {
        assertListed(AuthType.class, AuthTypes.ALL);
    }

    @Test
    void everyImporterIsInTheList() {
        assertListed(Importer.class, Importers.ALL);
    }

    @Test
    void everyTargetOfCodeIsInTheList() {
        assertListed(Generator.class, Generators.ALL);
    }

    private static void assertListed(Class<?> kind, List<?> all) {
        assertEquals(made(kind), all.stream().map(one -> one.getClass().getName()).collect(Collectors.toSet()));
    }

    private static Set<String> made(Class<?> kind) {
        var classes = Path.of("target/classes");
        try (var files = Files.walk(classes)) {
            return files.filter(f -> f.toString().endsWith(".class") && f.startsWith(classes.resolve("dev/posthorn")))
                    .map(f -> classes.relativize(f).toString()).map(f -> f.substring(0, f.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .filter(name -> !name.startsWith("dev.posthorn.ui.") && !name.endsWith("package-info"))
                    .filter(name -> implemented(name, kind)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean implemented(String name, Class<?> kind) {
        try {
            var there = Class.forName(name, false, OpenSetsTest.class.getClassLoader());
            return kind.isAssignableFrom(there) && !Modifier.isAbstract(there.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
