package dev.posthorn.codegen;

import java.util.TreeSet;

/// The frame of a Java program around a few statements: imports, variables, `main`.
final class JavaProgram {

    private static final String ANY_CERTIFICATE = """
            private static final X509ExtendedTrustManager ANYBODY = new X509ExtendedTrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

                @Override
                public void checkClientTrusted(X509Certificate[] chain, String type) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String type) {}

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            };
            """;

    private final TreeSet<String> imports = new TreeSet<>();
    private final CodeLines body = new CodeLines("    ");
    private final Call call;
    private final Style style;
    private boolean anybody;

    JavaProgram(Call call, Style style) {
        this.call = call;
        this.style = style;
        body.in(style == Style.LONG ? 2 : 0);
    }

    CodeLines body() {
        return body;
    }

    void use(String... names) {
        imports.addAll(java.util.List.of(names));
    }

    /// Writes how any certificate is accepted; `context` is then an `SSLContext`, `ANYBODY` its trust manager.
    void anyCertificate() {
        anybody = true;
        use("java.net.Socket", "java.security.cert.X509Certificate", "javax.net.ssl.SSLContext", "javax.net.ssl.SSLEngine", "javax.net.ssl.TrustManager", "javax.net.ssl.X509ExtendedTrustManager");
        body.line("var context = SSLContext.getInstance(\"TLS\");").line("context.init(null, new TrustManager[] {ANYBODY}, null);");
    }

    @Override
    public String toString() {
        var out = new CodeLines("    ");
        if (style == Style.SHORT) {
            call.slots().forEach(name -> out.line("var " + name + " = System.getenv(" + JavaText.of(name) + ");"));
            return out + body.toString();
        }
        imports.forEach(name -> out.line("import " + name + ";"));
        out.line("").open("public final class Main {").line("");
        call.slots().forEach(name -> out.line("private static final String " + name + " = System.getenv(" + JavaText.of(name) + ");"));
        out.line(!call.slots().isEmpty(), "");
        if (anybody) {
            ANY_CERTIFICATE.lines().forEach(out::line);
            out.line("");
        }
        out.line("public static void main(String[] args) throws Exception {");
        return out + body.toString() + "    }\n}\n";
    }
}
