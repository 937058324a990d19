package dev.posthorn;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of floors in docs/architecture.md, held by the build.
final class ArchitectureTest {

    private static final String ROOT = "dev.posthorn.";

    /// All of the program, read once: that takes seconds.
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.posthorn");

    /// Package → all packages of ours that it may import. The same table as in docs/architecture.md, written out.
    private static final Map<String, List<String>> FLOORS = floors();

    private static Map<String, List<String>> floors() {
        var core = List.of("vars", "model", "text");
        var engine = List.of("http", "http.proxy", "http.tap", "http.tls", "http.live", "auth", "js", "vars", "model");
        var files = List.of("formats.v3", "formats", "tree", "model", "text");
        var foreign = with(files, "imports.foreign");
        var service = List.of("codegen", "dataservice", "api", "odata.call", "odata.result", "odata.query", "odata.edm", "odata", "script", "store", "exports", "imports", "imports.curl", "imports.http", "imports.har", "imports.openapi", "formats.v3", "formats", "jsonpath", "tree", "demo", "demo.vendor", "vendors", "oauth.agent", "oauth", "http.socket", "http", "http.proxy", "http.tap", "http.tls", "http.live", "auth", "js", "vars", "model", "text");
        var app = with(service, "workbench");
        var kit = with(app, "ui.kit");
        var editor = with(kit, "ui.editor");
        var floors = new LinkedHashMap<String, List<String>>();
        floors.put("text", List.of());
        floors.put("model", List.of());
        floors.put("vars", List.of("model"));
        floors.put("codegen", List.of("text"));
        floors.put("js", List.of());
        floors.put("auth", List.of("http.tls", "tree", "vars", "model"));
        floors.put("http.tap", List.of("model"));
        floors.put("http.proxy", List.of("js", "auth", "model"));
        floors.put("http.tls", List.of("model"));
        floors.put("http.live", List.of("model"));
        floors.put("http", engine.subList(1, engine.size()));
        floors.put("http.socket", engine);
        floors.put("script", engine);
        floors.put("oauth", with(engine, "tree", "text"));
        floors.put("oauth.agent", with(engine, "oauth"));
        floors.put("vendors", with(engine, "oauth", "tree", "text"));
        floors.put("tree", List.of());
        floors.put("jsonpath", List.of("tree", "text"));
        var odata = List.of("odata.query", "odata.edm", "odata", "tree", "model", "text");
        floors.put("odata", odata.subList(3, odata.size()));
        floors.put("odata.edm", odata.subList(2, odata.size()));
        floors.put("odata.query", odata.subList(1, odata.size()));
        floors.put("odata.result", odata);
        floors.put("odata.call", with(odata, "odata.result"));
        floors.put("dataservice", List.of("tree"));
        floors.put("api", List.of("tree", "model"));
        floors.put("formats", List.of("tree", "model", "text"));
        floors.put("formats.v3", files.subList(1, files.size()));
        floors.put("imports.foreign", files);
        for (var tool : List.of("imports.insomnia", "imports.bruno", "imports.hoppscotch")) {
            floors.put(tool, foreign);
        }
        floors.put("imports.curl", files);
        floors.put("imports.har", files);
        floors.put("imports.http", with(files, "imports.curl"));
        floors.put("imports.openapi", files);
        floors.put("imports", with(foreign, "imports.insomnia", "imports.bruno", "imports.hoppscotch", "imports.curl", "imports.http", "imports.har", "imports.openapi"));
        floors.put("exports", with(files, "codegen"));
        floors.put("demo.identity", List.of());
        floors.put("demo.vendor", List.of());
        floors.put("demo.data", List.of());
        floors.put("demo.odata", List.of("demo.vendor", "demo.data"));
        floors.put("demo.creatio", List.of("demo.odata", "demo.vendor", "demo.data"));
        floors.put("demo.bizagi", List.of("demo.odata", "demo.vendor", "demo.data"));
        floors.put("demo.workflow", List.of("demo.vendor", "demo.data"));
        floors.put("demo", List.of("demo.identity", "demo.creatio", "demo.bizagi", "demo.workflow", "demo.odata", "demo.vendor", "demo.data", "model"));
        floors.put("store", with(core, "formats", "formats.v3", "imports", "exports", "tree", "oauth", "oauth.agent", "auth"));
        floors.put("workbench", service);
        floors.put("lint", with(files, "imports"));
        floors.put("cli.report", app);
        floors.put("cli", with(app, "lint", "cli.report"));
        floors.put("ui.kit", app);
        floors.put("ui.editor", kit);
        floors.put("ui.web", kit);
        floors.put("ui.login", with(kit, "ui.web"));
        for (var pane : List.of("ui.request", "ui.response", "ui.sidebar", "ui.console", "ui.network", "ui.oauth", "ui.runner", "ui.odata", "ui.dataservice", "ui.api")) {
            floors.put(pane, pane.equals("ui.response") ? with(editor, "ui.web") : editor);
        }
        floors.put("ui.shell", with(editor, "ui.request", "ui.response", "ui.sidebar", "ui.console", "ui.network", "ui.oauth", "ui.runner", "ui.odata", "ui.dataservice", "ui.api", "ui.login", "ui.web"));
        return floors;
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyFromFloorsBelow() {
        return FLOORS.entrySet().stream().map(floor -> DynamicTest.dynamicTest(floor.getKey(), () -> {
            var allowed = new ArrayList<>(floor.getValue().stream().map(p -> ROOT + p).toList());
            allowed.add(ROOT + floor.getKey());
            noClasses().that().resideInAPackage(ROOT + floor.getKey())
                    .should().dependOnClassesThat(resideInAnyPackage("dev.posthorn..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                    .allowEmptyShould(true).check(CODE);
        }));
    }

    @Test
    void everyPackageStandsOnAFloor() {
        var strangers = CODE.stream().map(JavaClass::getPackageName).distinct()
                .filter(p -> !p.equals("dev.posthorn") && !FLOORS.containsKey(p.substring(ROOT.length()))).toList();
        assertTrue(strangers.isEmpty(), "packages without a floor: " + strangers);
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java"))) {
            var silent = folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsJava)
                    .filter(d -> !Files.exists(d.resolve("package-info.java"))).toList();
            assertTrue(silent.isEmpty(), "no package-info.java in " + silent);
        }
    }

    private static boolean holdsJava(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void onlyTheEngineKnowsOkHttp() {
        onlyIn("okhttp3..", "http");
    }

    @Test
    void onlyTheSandboxKnowsGraal() {
        onlyIn("org.graalvm..", "js");
    }

    @Test
    void onlyAuthorizationKnowsJcifs() {
        onlyIn("org.codelibs..", "auth");
    }

    @Test
    void onlyTheEditorKnowsRichTextFx() {
        onlyIn("org.fxmisc..", "ui.editor");
    }

    @Test
    void onlyPreviewAndLoginWindowKnowWebKit() {
        onlyIn("javafx.scene.web..", "ui.response", "ui.login", "ui.web");
    }

    @Test
    void onlyTheDemoServerKnowsJetty() {
        onlyIn("org.eclipse.jetty..", "demo");
    }

    @Test
    void onlyFormatsStoreDemoAndCommandLineKnowJackson() {
        onlyIn("com.fasterxml..", "formats", "store", "demo..", "cli");
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses().that().resideOutsideOfPackages(ROOT + "cli", ROOT + "demo", ROOT + "ui.shell", "dev.posthorn")
                .should().dependOnClassesThat().resideInAPackage("picocli..").check(CODE);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages(ROOT + "ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "jfx..").check(CODE);
    }

    @Test
    void onlyTheKitCrossesToTheFxThread() {
        noClasses().that().resideOutsideOfPackage(ROOT + "ui.kit")
                .should().callMethod(javafx.application.Platform.class, "runLater", Runnable.class).check(CODE);
    }

    /// A timeline asks for sixty pulses a second for as long as it plays: what counts on uses a `Beat`. These two move something under the mouse while it drags.
    @Test
    void nothingKeepsTheWindowDrawnWhileNothingMoves() {
        noClasses().that(not(simpleName("Caret").or(simpleName("TreeDrag")))).should().dependOnClassesThat().haveFullyQualifiedName("javafx.animation.Timeline").check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes().should().haveSimpleNameNotEndingWith("Util").andShould().haveSimpleNameNotEndingWith("Utils")
                .andShould().haveSimpleNameNotEndingWith("Manager").andShould().haveSimpleNameNotEndingWith("Impl")
                .andShould().haveSimpleNameNotEndingWith("Helper").check(CODE);
    }

    @Test
    void nothingPrintsAStackTraceOrEndsTheProgramButMain() {
        noClasses().should().callMethodWhere(target(name("printStackTrace"))).check(CODE);
        noClasses().that(not(simpleName("Main"))).should().callMethod(System.class, "exit", int.class).check(CODE);
    }

    @Test
    void noStaticStateChanges() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields().that().areStatic().and().areNotFinal()
                .should().bePrivate().andShould().beFinal().allowEmptyShould(true).check(CODE);
        methods().that().areStatic().and().haveName("getInstance").should().bePrivate().allowEmptyShould(true).check(CODE);
    }

    private static void onlyIn(String library, String... packages) {
        noClasses().that().resideOutsideOfPackages(Arrays.stream(packages).map(p -> ROOT + p).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAPackage(library).check(CODE);
    }
}
