package dev.posthorn.oauth;

import dev.posthorn.model.Auth;

/// A named, reusable OAuth 2.0 application, chosen by name in the Authorization tab of any request, folder or collection.
///
/// @param id      made by us; a request names it by its value `application`
/// @param image   one of the built-in symbols, or a `data:` URL of a small picture; empty for the first letter
/// @param values  the settings by the keys of Postman's `oauth2`; the client secret is among them in memory, and in no shared file
/// @param revokeUrl the revocation endpoint (RFC 7009); empty for none
/// @param shared  the id of the login that all requests use; empty for the newest one
public record Application(String id, String name, String image, Auth values, String revokeUrl, String shared) {

    public Application withValues(Auth changed) {
        return new Application(id, name, image, changed, revokeUrl, shared);
    }

    public Application withShared(String token) {
        return new Application(id, name, image, values, revokeUrl, token);
    }

    @Override
    public String toString() {
        return "Application[" + id + ", " + name + "]";
    }
}
