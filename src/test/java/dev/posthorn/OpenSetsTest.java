package dev.posthorn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.AuthTypes;
import dev.posthorn.codegen.Generator;
import dev.posthorn.codegen.Generators;
import dev.posthorn.formats.Importer;
import dev.posthorn.imports.Importers;
import java.util.List;
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
        var made = ArchitectureTest.CODE.stream().filter(c -> c.isAssignableTo(kind) && !c.isInterface() && !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName).collect(Collectors.toSet());
        assertEquals(made, all.stream().map(one -> one.getClass().getName()).collect(Collectors.toSet()));
    }
}
