package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a collection file of 50 MB with 10,000 requests takes to open and to save, in a program that has just begun, with 400 MB of heap.
@Tag("bench")
final class OpenBench {

    private static final int FOLDERS = 100;
    private static final int REQUESTS = 100;
    private static final int LINES = 42;

    @TempDir
    private Path folder;

    /// Requests as real exports have them: headers, a query, a JSON body, a test script and a saved answer.
    static void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("{\n\t\"info\": {\n\t\t\"_postman_id\": \"0b0e0e0e-0000-4000-8000-000000000000\",\n\t\t\"name\": \"Large\",\n"
                    + "\t\t\"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"\n\t},\n\t\"item\": [\n");
            for (var f = 0; f < FOLDERS; f++) {
                out.write("\t\t{\n\t\t\t\"name\": \"Folder " + f + "\",\n\t\t\t\"item\": [\n");
                for (var r = 0; r < REQUESTS; r++) {
                    request(out, f * REQUESTS + r);
                    out.write(r + 1 < REQUESTS ? ",\n" : "\n");
                }
                out.write("\t\t\t]\n\t\t}" + (f + 1 < FOLDERS ? ",\n" : "\n"));
            }
            out.write("\t]\n}\n");
        }
    }

    private static void request(BufferedWriter out, int number) throws IOException {
        var body = new StringBuilder("{\\n");
        for (var line = 0; line < LINES; line++) {
            body.append("    \\\"field_").append(line).append("\\\": \\\"value ").append(number * 31 + line).append(" of some length, as people have it\\\",\\n");
        }
        body.append("}");
        out.write("""
                \t\t\t\t{
                \t\t\t\t\t"name": "Request %1$d",
                \t\t\t\t\t"event": [
                \t\t\t\t\t\t{
                \t\t\t\t\t\t\t"listen": "test",
                \t\t\t\t\t\t\t"script": {
                \t\t\t\t\t\t\t\t"exec": [
                \t\t\t\t\t\t\t\t\t"pm.test(\\"status is 200\\", function () {",
                \t\t\t\t\t\t\t\t\t"    pm.response.to.have.status(200);",
                \t\t\t\t\t\t\t\t\t"});"
                \t\t\t\t\t\t\t\t],
                \t\t\t\t\t\t\t\t"type": "text/javascript"
                \t\t\t\t\t\t\t}
                \t\t\t\t\t\t}
                \t\t\t\t\t],
                \t\t\t\t\t"request": {
                \t\t\t\t\t\t"method": "POST",
                \t\t\t\t\t\t"header": [
                \t\t\t\t\t\t\t{
                \t\t\t\t\t\t\t\t"key": "Content-Type",
                \t\t\t\t\t\t\t\t"value": "application/json"
                \t\t\t\t\t\t\t},
                \t\t\t\t\t\t\t{
                \t\t\t\t\t\t\t\t"key": "X-Number",
                \t\t\t\t\t\t\t\t"value": "%1$d"
                \t\t\t\t\t\t\t}
                \t\t\t\t\t\t],
                \t\t\t\t\t\t"body": {
                \t\t\t\t\t\t\t"mode": "raw",
                \t\t\t\t\t\t\t"raw": "%2$s",
                \t\t\t\t\t\t\t"options": {
                \t\t\t\t\t\t\t\t"raw": {
                \t\t\t\t\t\t\t\t\t"language": "json"
                \t\t\t\t\t\t\t\t}
                \t\t\t\t\t\t\t}
                \t\t\t\t\t\t},
                \t\t\t\t\t\t"url": {
                \t\t\t\t\t\t\t"raw": "{{baseUrl}}/api/v1/things/%1$d?expand=all&page=%1$d",
                \t\t\t\t\t\t\t"host": [
                \t\t\t\t\t\t\t\t"{{baseUrl}}"
                \t\t\t\t\t\t\t],
                \t\t\t\t\t\t\t"path": [
                \t\t\t\t\t\t\t\t"api",
                \t\t\t\t\t\t\t\t"v1",
                \t\t\t\t\t\t\t\t"things",
                \t\t\t\t\t\t\t\t"%1$d"
                \t\t\t\t\t\t\t],
                \t\t\t\t\t\t\t"query": [
                \t\t\t\t\t\t\t\t{
                \t\t\t\t\t\t\t\t\t"key": "expand",
                \t\t\t\t\t\t\t\t\t"value": "all"
                \t\t\t\t\t\t\t\t},
                \t\t\t\t\t\t\t\t{
                \t\t\t\t\t\t\t\t\t"key": "page",
                \t\t\t\t\t\t\t\t\t"value": "%1$d"
                \t\t\t\t\t\t\t\t}
                \t\t\t\t\t\t\t]
                \t\t\t\t\t\t}
                \t\t\t\t\t},
                \t\t\t\t\t"response": [
                \t\t\t\t\t\t{
                \t\t\t\t\t\t\t"name": "OK",
                \t\t\t\t\t\t\t"status": "OK",
                \t\t\t\t\t\t\t"code": 200,
                \t\t\t\t\t\t\t"header": [],
                \t\t\t\t\t\t\t"body": "%3$s"
                \t\t\t\t\t\t}
                \t\t\t\t\t]
                \t\t\t\t}""".formatted(number, body, body.substring(0, body.length() / 3).replaceFirst("\\\\+$", "")));
    }

    @Test
    void fiftyMegabytesOpenInTime() throws IOException, InterruptedException {
        var file = folder.resolve("large.postman_collection.json");
        write(file);
        assertTrue(Files.size(file) > 50_000_000, "only " + Files.size(file) + " bytes");
        for (var round = 0; round < 3; round++) {
            var child = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m", "-cp",
                    System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED", OpenBench.class.getName(), file.toString(),
                    folder.resolve("home" + round).toString())).redirectErrorStream(true).start();
            System.out.println(new String(child.getInputStream().readAllBytes()).strip());
            assertEquals(0, child.waitFor());
        }
    }

    /// The program that has just begun.
    public static void main(String[] arguments) {
        var began = System.nanoTime();
        var sinceStart = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        var workspace = new Workspace(new Home(Path.of(arguments[1])), null);
        workspace.load();
        var opened = (Opened.Good) workspace.open(Path.of(arguments[0])).getFirst();
        var took = (System.nanoTime() - began) / 1_000_000;
        var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
        var peak = peak();
        var requests = opened.collection().requests().count();
        System.gc();
        var kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        began = System.nanoTime();
        var saved = workspace.save(opened, "/item/50/item/50", Request.get("http://changed"));
        System.out.printf("%d requests opened in %d ms (%d ms of a processor; JVM up after %d ms), peak heap %d MB, kept %d MB; %s in %d ms, peak %d MB%n", requests, took, cpu, sinceStart,
                peak >> 20, kept >> 20, saved.getClass().getSimpleName(), (System.nanoTime() - began) / 1_000_000, peak() >> 20);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }
}
