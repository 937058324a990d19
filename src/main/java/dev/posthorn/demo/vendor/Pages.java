package dev.posthorn.demo.vendor;

/// Pages for people, of our own making, without anything from outside.
public final class Pages {

    private static final String STYLE = ":root{color-scheme:light dark}body{font:15px system-ui,sans-serif;margin:3rem auto;max-width:34rem;padding:0 1rem}"
            + "input,button{font:inherit}label{display:block;margin:.6rem 0}input[type=text],input[type=password]{display:block;width:100%;padding:.4rem;box-sizing:border-box}"
            + "button{padding:.5rem 1.2rem;margin:1rem .6rem 0 0}.bad{color:light-dark(#b42318,#ff8b7d)}code{word-break:break-all}";

    private Pages() {}

    public static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title>\n<style>" + STYLE + "</style></head>\n<body><h1>"
                + escaped(title) + "</h1>\n" + body + "\n</body></html>\n";
    }

    /// A page of some application where a program expected JSON.
    public static Answer application(String name) {
        return Answer.page(200, name, "<p>Please enable JavaScript to run this application.</p><div id=\"root\"></div>");
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    public static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + escaped(name) + "\" value=\"" + escaped(value) + "\">\n";
    }
}
