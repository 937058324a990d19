package dev.posthorn.dataservice;

import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a DataService query, and what else stands at the same site.
///
/// @param root what stands before `/DataService`: the site, with `/0` where it has that
public record DataServiceUrl(String root, Kind kind) {

    private static final Pattern FORM = Pattern.compile("(?i)(.*?)/DataService/json/(?:SyncReply|reply)/([A-Za-z]+)/?(?:[?#].*)?");
    private static final int LONGEST = 8_000;

    /// Empty where the URL is not that of a query. Variables stay as they are.
    public static Optional<DataServiceUrl> of(String url) {
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        var found = FORM.matcher(url.strip());
        return found.matches() ? Kind.named(found.group(2)).map(kind -> new DataServiceUrl(found.group(1), kind)) : Optional.empty();
    }

    @Override
    public String toString() {
        return root + "/DataService/json/SyncReply/" + kind.method();
    }

    public String metadata() {
        return root + "/odata/$metadata";
    }

    public DataServiceUrl as(Kind other) {
        return new DataServiceUrl(root, other);
    }
}
