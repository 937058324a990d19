package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.store.CurrentValues;
import dev.posthorn.store.Home;
import dev.posthorn.store.KeptSecrets;
import dev.posthorn.store.LocalValues;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeCommandTest {

    @TempDir
    private Path folder;

    private Path file;
    private String piped = "";
    private final Printed printed = new Printed();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("api.postman_collection.json");
        Files.writeString(file, """
                {"info": {"name": "Api", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "variable": [{"key": "pw", "value": "", "type": "secret"}],
                 "item": [{"name": "Top", "request": {"method": "GET", "url": "https://h.test/{{pw}}"}}, {"name": "Users", "item": [
                   {"name": "List: all?", "request": {"method": "GET", "url": "https://h.test/users"}},
                   {"name": "Get", "request": {"method": "GET", "url": "{{base}}/users", "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "never-shown-anywhere"}]}}}]}]}
                """);
    }

    private int code(String... words) {
        var home = new Home(folder.resolve("home"));
        var terminal = printed.terminal(false);
        var values = new LocalValues(new CurrentValues(home), new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        var arguments = new ArrayList<>(List.of("code"));
        arguments.addAll(List.of(words));
        return new Commands(List.of(new Command("code", "Codes.", () -> new CodeCommand(GivenFiles::read, () -> new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)), this::workbench, () -> values, Map.of(), terminal))), () -> 9, terminal, "")
                .run(arguments.toArray(String[]::new));
    }

    private Workbench workbench() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        return new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
    }

    @Test
    void theCodeOfARequestIsPrintedWithoutItsSecrets() {
        assertEquals(0, code(file.toString(), "Users/Get", "--target", "curl", "--env-var", "base=http://h.test"), printed.err());
        assertEquals("# Set in the environment first: TOKEN\n\ncurl --location http://h.test/users \\\n  --header \"Authorization: Bearer ${TOKEN}\"\n", printed.out());
        assertEquals("", printed.err());
    }

    @Test
    void secretsAreFilledInWhereThatIsAskedFor() {
        assertEquals(0, code(file.toString(), "Get", "-t", "python", "--resolve", "--short", "--env-var", "base=http://h.test"), printed.err());
        assertTrue(printed.out().startsWith("response = requests.get(\n    \"http://h.test/users\",\n"), printed.out());
        assertTrue(printed.out().contains("Bearer never-shown-anywhere"), printed.out());
    }

    @Test
    void theTargetsAreListed() {
        assertEquals(0, code("--list"), printed.err());
        assertEquals(10, printed.out().lines().count());
        assertTrue(printed.out().startsWith("curl       cURL (bash)\n"), printed.out());
    }

    @Test
    void aFolderIsPrintedWithTheNamesOfItsRequestsOrWrittenAsAFileEach() throws IOException {
        assertEquals(0, code(file.toString(), "Users", "-t", "python", "--short", "--env-var", "base=https://h.test"), printed.err());
        assertTrue(printed.out().startsWith("# Users/List: all?\n\nresponse = requests.get(\n    \"https://h.test/users\",\n)\n\n# Users/Get\n\n# Set in the"), printed.out());
        assertEquals(0, code(file.toString(), "-t", "java", "--out", folder.resolve("code").toString(), "--env-var", "base=https://h.test"), printed.err());
        for (var name : List.of("Top.java", "Users/List- all-.java", "Users/Get.java")) {
            assertTrue(Files.readString(folder.resolve("code").resolve(name)).contains("public final class Main {"), name);
        }
        assertEquals(2, code(file.toString(), "Top", "--out", folder.resolve("code/Top.java").toString()));
        assertTrue(printed.err().endsWith("Top.java is there already; --force writes over it.\n"), printed.err());
        assertEquals(0, code(file.toString(), "Top", "--force", "--out", folder.resolve("code/Top.java").toString()), printed.err());
        assertTrue(Files.readString(folder.resolve("code/Top.java")).startsWith("# Set in the environment first: PW\n"));
    }

    @Test
    void aCurlCommandThatIsPipedInBecomesCode() {
        piped = "curl -X PUT https://h.test/a -d 'x=1'";
        assertEquals(0, code("-", "-t", "fetch", "--short"), printed.err());
        assertTrue(printed.out().startsWith("const response = await fetch('https://h.test/a', {\n  method: 'PUT',"), printed.out());
        piped = "no such thing";
        assertEquals(2, code("-"));
        assertFalse(printed.err().isBlank() || printed.err().contains("Exception"), printed.err());
    }

    @Test
    void aSecretWithoutAValueIsAVariable() {
        assertEquals(0, code(file.toString(), "Top"), printed.err());
        assertTrue(printed.out().endsWith("curl --location \"https://h.test/${PW}\"\n"), printed.out());
    }

    @Test
    void whatCannotBeDoneIsSaidInASentence() {
        assertEquals(2, code(file.toString(), "Nobody"));
        assertTrue(printed.err().contains("there is no request \"Nobody\"; there are \"Top\", \"Users/List: all?\", \"Users/Get\"."), printed.err());
        assertEquals(2, code(file.toString(), "Get", "--target", "cobol"));
        assertTrue(printed.err().contains("there is no target \"cobol\"; there are curl, curl-cmd, fetch, axios, csharp, restsharp, java, okhttp, python, http."), printed.err());
        assertEquals(2, code(file.toString(), "Get", "--resolve", "--keep-variables"));
        assertTrue(printed.err().contains("give one of them"), printed.err());
        assertEquals(2, code(folder.resolve("none").toString(), "Get"));
        assertFalse(printed.err().contains("Exception"), printed.err());
    }
}
