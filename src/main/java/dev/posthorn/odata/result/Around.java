package dev.posthorn.odata.result;

import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.TypeRef;
import java.net.URI;

/// What is known about an answer before it is read.
///
/// @param type what was asked for, null where it is not known
/// @param set  the set that the entities are in, null where it is not known
/// @param root the address of the service
/// @param url  the address that was asked, from which relative links count where the answer names no other
public record Around(Edm edm, Version version, TypeRef type, EntitySet set, String root, String url) {

    public static Around nothing(Version version) {
        return new Around(Edm.unknown(version), version, null, null, "", "");
    }

    /// The same for related entities: another type, another set.
    Around of(TypeRef other, EntitySet otherSet) {
        return new Around(edm, version, other, otherSet, root, url);
    }

    Around from(String base) {
        return new Around(edm, version, type, set, root, base);
    }

    /// The link as an absolute address; as it is where that cannot be made.
    String absolute(String link) {
        if (link.isEmpty() || link.contains("://")) {
            return link;
        }
        try {
            var base = url.isEmpty() ? home() : url;
            return URI.create(base).resolve(URI.create(link.replace(" ", "%20"))).toString();
        } catch (IllegalArgumentException e) {
            return link.startsWith("/") ? link : home() + link;
        }
    }

    private String home() {
        return root.isEmpty() || root.endsWith("/") ? root : root + "/";
    }

    String below(String path) {
        return root.isEmpty() ? "" : home() + path;
    }
}
