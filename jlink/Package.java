import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Packages Posthorn, called by `mvn -Pdist clean package` when the jars lie in target/dist: target/posthorn with its own Java runtime and a
/// trained AOT cache, and on Debian and its kin a .deb beside it.
///
/// Arguments: the version, and `deb` or `no-deb`. The steps stand in `make`. On Windows and macOS the image is made too, but nobody has
/// tried it yet: there the native launcher of jpackage starts it, without the cache.
final class Package {

    private static final Path TARGET = Path.of("target");
    private static final Path IN = TARGET.resolve("dist/in");
    private static final Path FX = TARGET.resolve("dist/fx");
    private static final Path RUNTIME = TARGET.resolve("dist/runtime");
    private static final Path IMAGE = TARGET.resolve("posthorn");
    private static final boolean LINUX = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");

    /// One time for all jars: the cache remembers the time of each, and the .deb must unpack them with it.
    private static final Instant JAR_TIME = Instant.parse("2026-01-01T00:00:00Z");

    /// The security providers that are not of java.base, and the module of each.
    private static final Map<String, String> PROVIDERS = Map.of("SunJGSS", "java.security.jgss", "SunSASL", "java.security.sasl", "XMLDSig", "java.xml.crypto",
            "SunPCSC", "java.smartcardio", "JdkLDAP", "java.naming", "JdkSASL", "jdk.security.jgss", "SunPKCS11", "jdk.crypto.cryptoki", "SunMSCAPI", "jdk.crypto.mscapi");

    /// What is read of a WebJar: the licence, JavaScript, two weights of the font.
    private static final Pattern WEBJAR_FILES = Pattern.compile("(?i).*(/licen[cs]e[^/]*|/notice[^/]*|/jetbrains-mono-latin-(400|600)-normal\\.woff|\\.js|\\.json)");
    /// Of these, what no script can reach: other builds of the same, and what is there for the library's own makers.
    private static final Pattern WEBJAR_REST = Pattern.compile("(?i).*(/fontsource__[^/]*/.*\\.js(on)?|/(src|tests?|docs?|bench|perf|typings|ts3\\.1-typings|locale|fp|bin|scripts|amd|cjs)/.*"
            + "|/moment/.*(locales|locales\\.min|/moment)\\.js|/lodash/.*/(lodash|lodash\\.src|core)\\.js|/handlebars/.*/(handlebars|handlebars\\.(amd|runtime).*)\\.js|\\.bundle\\.js)");

    private final String version;

    private Package(String version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new Package(arguments[0]).make(arguments[1].equals("deb"));
        } catch (IllegalStateException failed) {
            System.err.println("Posthorn was not packaged: " + failed.getMessage() + ".");
            System.exit(1);
        }
    }

    private void make(boolean withDeb) throws Exception {
        runtime();
        oldClasses();
        scriptLibraries();
        styles();
        image();
        if (LINUX) {
            launcher();
            cache("window");
            cache("commands");
            if (withDeb) {
                deb();
            }
        }
    }

    /// A Java runtime of the modules in modules.txt and JavaFX. Its native libraries lie unpacked in it: inside the modules they would be
    /// unpacked into the user's home at the first start.
    private void runtime() throws IOException {
        delete(RUNTIME);
        var modules = String.join(",", lines(Path.of("jlink/modules.txt")));
        tool("jlink", "--module-path", FX.toString(), "--add-modules", modules, "--strip-debug", "--no-header-files", "--no-man-pages",
                "--compress", "zip-6", "--exclude-resources", "/javafx.*/*.so,/javafx.*/*.dll,/javafx.*/*.dylib", "--output", RUNTIME.toString());
        try (var jars = Files.list(FX)) {
            for (var jar : jars.toList()) {
                unpackLibraries(jar);
            }
        }
        providers();
    }

    /// Java's list of security providers names those of modules that are left out here too, and each name that it does not find makes it look
    /// through the class path: there it would set up Bouncy Castle, which only NTLM needs, at the first request of every process (0.4 s).
    private void providers() throws IOException {
        var release = Files.readString(RUNTIME.resolve("release"));
        var security = RUNTIME.resolve("conf/security/java.security");
        var kept = new ArrayList<String>();
        var number = 0;
        for (var line : Files.readAllLines(security)) {
            if (!line.startsWith("security.provider.")) {
                kept.add(line);
                continue;
            }
            var provider = line.substring(line.indexOf('=') + 1).strip();
            if (release.matches("(?s).*[\" ]" + PROVIDERS.getOrDefault(provider, "java.base") + "[\" ].*")) {
                kept.add("security.provider." + ++number + "=" + provider);
            }
        }
        Files.write(security, kept);
    }

    private void unpackLibraries(Path jar) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar); var files = Files.list(zip.getPath("/"))) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(so|dylib|dll)")).toList()) {
                var folder = RUNTIME.resolve(file.toString().endsWith(".dll") ? "bin" : "lib");
                Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// An AOT cache takes no class without stack maps, which came with Java 6, and picocli is written in Java 5: each command would load and verify
    /// some 70 classes anew. So they are written again as of Java 8, with stack maps.
    private void oldClasses() throws IOException {
        Path picocli;
        try (var jars = Files.list(IN)) {
            picocli = jars.filter(jar -> jar.getFileName().toString().startsWith("picocli-")).findFirst().orElseThrow();
        }
        try (var zip = FileSystems.newFileSystem(picocli); var files = Files.walk(zip.getPath("/picocli")); var loader = new URLClassLoader(new URL[] {picocli.toUri().toURL()})) {
            var known = ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
            var java = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(known));
            for (var file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var old = java.parse(Files.readAllBytes(file));
                if (old.majorVersion() < ClassFile.JAVA_6_VERSION) {
                    Files.write(file, java.transformClass(old, ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
                            .andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_8_VERSION, 0)))));
                }
            }
        }
    }

    /// The files that scripts may `require`, in one jar and not in forty: each jar of the class path costs time at every start. Left out is what no
    /// script can reach, such as source maps; licences stay. Of the fonts only those of the window are kept.
    private void scriptLibraries() throws IOException {
        var together = IN.resolve("script-libraries.jar");
        if (Files.exists(together)) {
            return;
        }
        try (var all = FileSystems.newFileSystem(together, Map.of("create", "true")); var jars = Files.list(IN)) {
            for (var jar : jars.filter(j -> !j.equals(together)).sorted().toList()) {
                if (webjar(jar, all.getPath("/"))) {
                    Files.delete(jar);
                }
            }
        }
    }

    private static boolean webjar(Path jar, Path root) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            var folder = zip.getPath("/META-INF/resources/webjars");
            if (!Files.isDirectory(folder)) {
                return false;
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).filter(f -> WEBJAR_FILES.matcher(f.toString()).matches() && !WEBJAR_REST.matcher(f.toString()).matches())
                        .toList()) {
                    var copy = root.resolve(zip.getPath("/").relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return true;
        }
    }

    /// Style sheets in the form that JavaFX reads without parsing; it takes the .bss beside a .css by itself.
    private void styles() throws IOException, InterruptedException {
        try (var zip = FileSystems.newFileSystem(IN.resolve("posthorn.jar")); var files = Files.walk(zip.getPath("/dev/posthorn/ui"))) {
            for (var css : files.filter(f -> f.toString().endsWith(".css")).toList()) {
                var text = Files.createTempFile("posthorn", ".css");
                var binary = Files.createTempFile("posthorn", ".bss");
                Files.write(text, Files.readAllBytes(css));
                var code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "--module-path", FX.toString(),
                        "--add-modules", "javafx.graphics", "jlink/BinaryStyles.java", text.toString(), binary.toString()).inheritIO().start().waitFor();
                if (code != 0) {
                    throw new IllegalStateException("the style sheet " + css + " could not be converted");
                }
                Files.write(css.resolveSibling(css.getFileName().toString().replace(".css", ".bss")), Files.readAllBytes(binary));
                Files.delete(text);
                Files.delete(binary);
            }
        }
    }

    private void image() throws IOException {
        delete(IMAGE);
        var arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "posthorn", "--app-version", version, "--vendor", "Posthorn",
                "--description", "A desktop API workbench", "--runtime-image", RUNTIME.toString(), "--input", IN.toString(),
                "--main-jar", "posthorn.jar", "--main-class", "dev.posthorn.Main", "--dest", TARGET.toString(),
                "--java-options", "-Dposthorn.samples=$ROOTDIR/lib/collections"));
        if (LINUX) {
            arguments.addAll(List.of("--icon", "icons/posthorn-512.png"));
        }
        for (var option : lines(Path.of("jlink/jvm.options"))) {
            arguments.addAll(List.of("--java-options", option));
        }
        tool("jpackage", arguments.toArray(String[]::new));
        // The .deb takes nothing that lies outside bin and lib.
        copy(Path.of("collections"), IMAGE.resolve("lib/collections"));
        Files.copy(Path.of("LICENSE"), IMAGE.resolve("lib/LICENSE"));
    }

    /// A script in place of jpackage's launcher, which asks the package database at each start and loses a third of the time a command has.
    private void launcher() throws IOException {
        var script = IMAGE.resolve("bin/posthorn");
        Files.copy(Path.of("jlink/posthorn.sh"), script, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        var options = Files.readString(Path.of("jlink/jvm.options"));
        Files.writeString(app().resolve("window.options"), options);
        // A command has no window: its JVM starts without JavaFX's modules.
        Files.writeString(app().resolve("commands.options"), options.replaceAll("(?m)^--add-modules=.*\\R", "").replaceAll(",javafx\\.\\w+", ""));
    }

    private static Path app() {
        return IMAGE.resolve("lib/app");
    }

    /// Runs training-(use).txt without a display. The cache belongs to exactly these jars: nothing may be written to them afterwards.
    /// Window and commands have one each, since a start sets up all classes of its cache.
    private void cache(String use) throws IOException, InterruptedException {
        var temp = Files.createTempDirectory("posthorn-training");
        var jars = new ArrayList<Path>();
        try (var files = Files.list(app())) {
            files.filter(f -> f.toString().endsWith(".jar")).sorted().forEach(jars::add);
        }
        jars.sort(Comparator.comparing(jar -> !jar.endsWith("posthorn.jar")));
        for (var jar : jars) {
            Files.setLastModifiedTime(jar, FileTime.from(JAR_TIME));
        }
        var root = IMAGE.toRealPath();
        var path = String.join(":", jars.stream().map(jar -> root.resolve("lib/app").resolve(jar.getFileName()).toString()).toList());
        var command = List.of(root.resolve("lib/runtime/bin/java").toString(), "@" + root.resolve("lib/app/" + use + ".options"),
                "-XX:AOTCacheOutput=" + root.resolve("lib/app/" + use + ".aot"), "-cp", path, "-Dposthorn.samples=" + root.resolve("lib/collections"),
                "-Dposthorn.home=" + temp, "-Dposthorn.rehearsal=true", "-Dglass.platform=Headless", "-Dprism.order=sw", "dev.posthorn.Main",
                "train", Path.of("jlink/training-" + use + ".txt").toString(), "--collections", root.resolve("lib/collections").toString(), "--temp", temp.toString());
        System.out.println("Training the AOT cache of the " + use + "…");
        var log = TARGET.resolve("dist/training-" + use + ".log");
        var trained = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        delete(temp);
        if (trained != 0 || !Files.exists(app().resolve(use + ".aot"))) {
            throw new IllegalStateException("the training run failed with exit code " + trained + ", see " + log + "; no AOT cache was made");
        }
        System.out.println("Trained: " + Files.size(app().resolve(use + ".aot")) / 1_000_000 + " MB");
    }

    /// The .deb. jpackage rewrites the times of the jars; dpkg-deb sets later ones back to SOURCE_DATE_EPOCH, so it must be that of the jars.
    private void deb() throws IOException, InterruptedException {
        var jpackage = Path.of(System.getProperty("java.home"), "bin/jpackage").toString();
        var builder = new ProcessBuilder(jpackage, "--type", "deb", "--app-image", IMAGE.toString(), "--name", "posthorn", "--app-version", version,
                "--linux-package-name", "posthorn", "--linux-menu-group", "Development", "--linux-app-category", "devel", "--linux-shortcut",
                "--linux-deb-maintainer", "posthorn@localhost", "--linux-package-deps", "libgtk-3-0 | libgtk-3-0t64, libxtst6",
                "--resource-dir", "jlink/linux", "--description", "A desktop API workbench", "--icon", "icons/posthorn-512.png",
                "--dest", TARGET.toString()).inheritIO();
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(JAR_TIME.getEpochSecond()));
        // The usual level takes minutes for a few megabytes less.
        builder.environment().put("DPKG_DEB_COMPRESSOR_LEVEL", "2");
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("the .deb could not be made; its tools are in the packages dpkg and fakeroot, and -Ddist.deb=no-deb leaves it out");
        }
    }

    private static void tool(String name, String... arguments) {
        var tool = ToolProvider.findFirst(name).orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        if (tool.run(System.out, System.err, arguments) != 0) {
            throw new IllegalStateException(name + " failed");
        }
    }

    /// The lines of a file without its comments and empty ones.
    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
