package dev.posthorn.ui.shell;

/// What a request is called that is saved nowhere: by the name it came with while it asks at the same address, else by its URL.
///
/// @param name    empty for none
/// @param address the URL it was named for, without its query
record TabName(String name, String address) {
    static final TabName NONE = new TabName("", "");

    static TabName of(String name, String url) {
        return new TabName(name, address(url));
    }

    String title(String url) {
        if (!name.isBlank() && address(url).equals(address)) {
            return name;
        }
        return url.isBlank() ? "New request" : RequestText.brief(url);
    }

    private static String address(String url) {
        var query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
