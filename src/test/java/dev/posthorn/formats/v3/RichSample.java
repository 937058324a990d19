package dev.posthorn.formats.v3;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.PostmanTwo;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A collection in which every corner of the 2.1 format is used, and the way of a tree into a source.
final class RichSample {

    static final String JSON = """
            {"info": {"_postman_id": "f6c0a9b2-1111-4444-8888-0123456789ab", "name": "Pay API", "description": {"content": "All of it", "type": "text/markdown"},
              "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json", "_exporter_id": "17", "version": {"major": 1, "minor": 0}},
             "item": [
               {"name": "Users", "description": "People", "item": [
                 {"name": "Get user", "id": "a1b2c3d4", "event": [
                    {"listen": "test", "script": {"id": "s-1", "exec": ["pm.test('ok', () => {", "\\tpm.response.to.have.status(200);\\r", "});"], "type": "text/javascript", "packages": {}}},
                    {"listen": "prerequest", "script": {"exec": "a();\\nb();", "type": "text/javascript"}},
                    {"listen": "test", "disabled": true, "script": {"exec": ["never()"], "type": "text/javascript"}}],
                  "protocolProfileBehavior": {"disableBodyPruning": true, "followRedirects": false, "disabledSystemHeaders": {"accept": true, "x-own": true}},
                  "request": {"method": "GET", "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}", "type": "string"}], "basic": [{"key": "username", "value": "old"}]},
                    "header": [{"key": "Accept", "value": "application/json", "type": "text"}, {"key": "X-Trace", "value": "1", "description": "on", "disabled": true},
                               {"key": "x-trace", "name": "x-trace", "value": "2", "enabled": true}, {"key": "Accept", "value": "text/html"}],
                    "url": {"raw": "{{base}}/users/:id?full=true&flag&empty=", "host": ["{{base}}"], "path": ["users", ":id"],
                      "query": [{"key": "full", "value": "true", "description": {"content": "all fields", "type": "text/plain"}}, {"key": "flag", "value": null},
                                {"key": "page", "value": "2", "disabled": true}, {"key": "empty", "value": ""}],
                      "variable": [{"id": "v-9", "key": "id", "value": "42", "type": "any", "disabled": false}]},
                    "description": "Reads one user.\\n\\nWith *all* fields."},
                  "response": [{"id": "r-1", "name": "OK", "originalRequest": {"method": "GET", "header": [], "url": {"raw": "{{base}}/users/1", "host": ["{{base}}"], "path": ["users", "1"]}},
                    "status": "OK", "code": 200, "_postman_previewlanguage": "json", "header": [{"key": "Content-Type", "value": "application/json", "name": "Content-Type"}],
                    "cookie": [{"key": "sid", "value": "1", "expires": "Invalid Date"}], "responseTime": 17, "body": "{\\n  \\"id\\": 1\\n}"}, null,
                    {"name": "OK", "status": "Gone", "code": "410", "header": null, "body": null}]},
                 {"name": "Get user", "request": "https://x.test/plain?a=1#top", "response": []},
                 null, "a text",
                 {"name": "Create: user/new?", "request": {"method": "post", "header": "Content-Type: application/json\\nX-A: 1\\n", "body": {"mode": "raw", "raw": "{\\r\\n  \\"n\\": \\"é\\u2028😀\\"\\r\\n}",
                    "options": {"raw": {"language": "json", "headerFamily": "json"}}, "urlencoded": [{"key": "stale", "value": "rows"}]}, "url": "https://x.test:8443/users"}}],
                "auth": null, "variable": [{"key": "n", "value": 5, "type": "number"}, {"id": "old", "value": "way"}], "event": []},
               {"name": "Forms", "item": [
                 {"name": "Form", "request": {"method": "PUT", "header": [], "body": {"mode": "formdata", "formdata": [{"key": "a", "value": "1", "type": "text"},
                    {"key": "f", "type": "file", "src": ["/tmp/a", "/tmp/b"]}, {"key": "g", "type": "file", "src": null, "contentType": "image/png"}, {"value": "keyless"}, {"key": "b", "value": true, "disabled": true}]},
                    "url": {"protocol": "https", "host": ["x", "test"], "port": "81", "path": ["v1", "put"], "query": [{"key": "q", "value": "1"}], "hash": "frag"}}},
                 {"name": "Encoded", "request": {"method": "POST", "header": [], "body": {"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "1"}, {"key": "a", "value": "2", "type": "text"}]},
                    "url": {"raw": "x.test/?a=1", "host": ["other"], "path": ["else"]}}},
                 {"name": "Binary", "request": {"method": "POST", "header": [], "body": {"mode": "file", "file": {"src": "./a.bin"}}, "url": {"raw": ""}}},
                 {"name": "Graph", "request": {"method": "POST", "header": [], "body": {"mode": "graphql", "graphql": {"query": "{ me { id } }", "variables": null, "operationName": "Me"}}, "url": {"raw": "x.test/graphql"}}},
                 {"name": "Signed", "request": {"auth": {"type": "oauth1", "oauth1": [{"key": "addParamsToHeader", "value": true, "type": "boolean"}, {"key": "limit", "value": 12345678901234567890, "type": "number"},
                    {"key": "extra", "value": {"a": [1, null]}, "type": "any"}, {"key": "realm"}]}, "method": "GET", "url": null}}]},
               {"name": "Empty folder", "item": []}, {"name": "", "item": null}, {}],
             "auth": {"type": "noauth"}, "event": [{"listen": "prerequest", "script": {"type": "text/javascript", "exec": [""]}}],
             "variable": [{"key": "base", "value": "https://x.test"}, {"key": "secret", "value": "s3cr3t", "type": "secret"}], "protocolProfileBehavior": {}, "x-own": {"$copy": "no copy", "n": 1.50}}
            """;

    private RichSample() {}

    static Source.OfCollection source(String json) {
        return (Source.OfCollection) new PostmanTwo().sources(Document.of(Path.of("sample.json"), json)).getFirst();
    }

    /// A tree as a source, also one that no reader would take.
    static Source.OfCollection source(Map<String, Object> tree) {
        var name = Plain.text(Plain.mapOrEmpty(tree.get("info")), "name");
        var model = new Collection(name, "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of());
        return new Source.OfCollection(name, tree, model, Report.EMPTY);
    }

    static Source.OfCollection rich() {
        return source(JSON);
    }

    static Map<String, Object> small(String item) {
        return source("{\"info\": {\"name\": \"Small\", \"schema\": \"" + ModelTree.SCHEMA + "\"}, \"item\": [" + item + "]}").tree();
    }
}
