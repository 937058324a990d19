package dev.posthorn.demo.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything that can go wrong with a vendor's server, to be switched on at will: what it does, and what its user should see then.
public enum Fault {
    WRONG_PASSWORD(Group.CREATIO, "Every login is refused: the password is wrong.", "The server's own words, once; no second login is tried, so that no account is locked."),
    PASSWORD_EXPIRED(Group.CREATIO, "Every login is refused: the password is expired, with the address where it is changed.", "That the password is expired, and the address to change it."),
    LOGIN_SLOW(Group.CREATIO, "A login takes so many milliseconds.", "One login that others wait for, and a cancel that works.", 3000),
    LOGIN_HTML(Group.CREATIO, "The login answers a page of some application.", "That the base URL leads to a page, not to Creatio's login."),
    LOGIN_NO_COOKIES(Group.CREATIO, "The login is good, but brings no cookies.", "That no session came with the login."),
    CSRF_OFF(Group.CREATIO, "The protection against forged requests is off, as in trials: no cookie BPMCSRF, none wanted.", "Calls that work without the header."),
    CSRF_OFF_WITH_COOKIE(Group.CREATIO, "That protection is off, and the cookie BPMCSRF comes all the same.", "Calls that work."),
    CSRF_REFUSED(Group.CREATIO, "So many calls are refused by 403, however right their header BPMCSRF is.", "One new login, one retry; then the 403 with what it means.", 1),
    SESSION_LOST(Group.CREATIO, "At each of the next so many calls all sessions are found to be over.", "Nothing but a remark: one new login, one retry.", 1),
    SESSION_LOST_EVERY(Group.CREATIO, "A session is over at every so-manieth call.", "Nothing but a remark at each new login.", 10),
    SESSION_LOST_REDIRECT(Group.CREATIO, "A call without a session is redirected to the login page.", "The same as with 401."),
    SESSION_LOST_HTML(Group.CREATIO, "A call without a session gets the login page, with 200.", "The same as with 401."),
    SESSION_LOST_FORBIDDEN(Group.CREATIO, "A call without a session gets 403.", "The same as with 401, where the session worked before."),
    NO_SESSION_COOKIE(Group.CREATIO, "BPMSESSIONID never comes.", "Calls that work, one after the other, and none that waits for ever."),
    FIRST_CALL_SLOW(Group.CREATIO, "The call that makes a session takes so many milliseconds.", "The others wait for it: one session.", 2000),
    FIRST_CALL_FAILS(Group.CREATIO, "So many calls that would make a session fail by 500.", "That call's failure; the next goes first.", 1),

    INVALID_CLIENT(Group.TOKENS, "Token endpoints say invalid_client, however right the credentials are.", "That client id or secret are wrong, and where to compare them."),
    BASIC_ONLY(Group.TOKENS, "Client credentials count in a Basic header alone.", "The offer to send them elsewhere, which then works."),
    BODY_ONLY(Group.TOKENS, "Client credentials count in the body alone.", "The offer to send them elsewhere, which then works."),
    QUERY_ONLY(Group.TOKENS, "Client credentials count in the query of a GET alone.", "The offer to send them elsewhere, which then works."),
    TOKEN_LIFETIME(Group.TOKENS, "New tokens live so many seconds, and their answer says so.", "Nothing: a new token before the old one ends.", 5),
    TOKEN_EXPIRES_EARLY(Group.TOKENS, "New tokens live so many seconds, whatever their answer says.", "A remark: 401, a new token, sent again once.", 5),
    TOKEN_REFUSED(Group.TOKENS, "APIs answer 401 whatever the token.", "One new token and one retry, then the 401 with what it means."),
    SCOPE_TOO_SMALL(Group.TOKENS, "APIs answer 403 insufficient_scope whatever the token.", "Which scope is missing, and the steps to have it."),
    SCOPE_CUT(Group.TOKENS, "Only the first of the scopes asked for is granted, and the answer says so.", "That less was granted than was asked for."),
    INVALID_SCOPE(Group.TOKENS, "Every scope is refused as not registered.", "Which scope to add at the provider, or to leave out here."),
    REDIRECT_MISMATCH(Group.TOKENS, "The login page says that the redirect URI is another, whatever it is.", "Our redirect URI, to copy into the provider's settings."),
    REDIRECT_AT_EXCHANGE(Group.TOKENS, "The exchange of a code says invalid_grant: the redirect URI differs.", "The same."),
    DENIED(Group.TOKENS, "The person says no at the login page.", "That the login was refused there."),
    NOT_ALLOWED_HERE(Group.TOKENS, "The address of the caller is not allowed: 403 at the token endpoint, in the provider's words.", "Those words, and the address to register."),
    IDENTITY_HTML(Group.TOKENS, "Discovery and token endpoint answer a page of some application.", "That the identity URL leads to a page, and what it should look like."),
    IDENTITY_NOT_FOUND(Group.TOKENS, "Discovery and token endpoint answer 404.", "That nothing is there, and the usual port."),
    TOKEN_SLOW(Group.TOKENS, "A token takes so many milliseconds.", "One request for it that others wait for.", 3000),

    HTML(Group.SERVICES, "So many calls answer a page instead of JSON, with 200.", "A page, and the sentence that it is one.", 1),
    TOO_MANY(Group.SERVICES, "So many calls answer 429 with Retry-After: 1.", "The 429, and when to try again.", 1),
    UNAVAILABLE(Group.SERVICES, "So many calls answer 503.", "The 503.", 1),
    BROKEN_OFF(Group.SERVICES, "So many calls answer JSON that ends in the middle.", "Where the JSON ends.", 1),
    SLOW(Group.SERVICES, "Every call takes so many milliseconds.", "A wait that can be cancelled.", 2000),
    WRONG_TYPE(Group.SERVICES, "JSON comes as text/plain.", "JSON all the same."),

    PAGE_SIZE(Group.ODATA, "The server sends no more than so many rows at a time.", "A next page.", 5),
    NEXT_ELSEWHERE(Group.ODATA, "The link to the next page leads to another host.", "A warning; nothing is sent there with our credentials."),
    NEXT_LOOP(Group.ODATA, "The link to the next page leads to the same page again.", "That the pages go round in a circle."),
    METADATA_BROKEN(Group.ODATA, "$metadata ends in the middle.", "That the metadata cannot be read, and where."),
    METADATA_HTML(Group.ODATA, "$metadata is a page.", "That there is a page and no metadata."),

    WORKFLOW_TOKEN_REFUSED(Group.WORKFLOW, "The API access token is refused, however right it is.", "That the token is another than the server's."),
    WORKFLOW_FAILS(Group.WORKFLOW, "So many calls answer success: false with an error of the engine.", "That error.", 1);

    /// What the faults concern; the headings of the admin page.
    public enum Group {
        CREATIO("Creatio session"), TOKENS("Tokens: Creatio identity, Bizagi, Workflow Server"), SERVICES("All services"), ODATA("OData"), WORKFLOW("Workflow Server");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Group group;
    private final String does;
    private final String shows;
    private final long preset;

    Fault(Group group, String does, String shows) {
        this(group, does, shows, 0);
    }

    Fault(Group group, String does, String shows, long preset) {
        this.group = group;
        this.does = does;
        this.shows = shows;
        this.preset = preset;
    }

    /// As it is called in JSON: `session-lost`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Group group() {
        return group;
    }

    /// What the server does, a sentence.
    public String does() {
        return does;
    }

    /// What somebody who uses the server should see then, a sentence.
    public String shows() {
        return shows;
    }

    /// The number that it takes where none is given; 0 where it takes none.
    public long preset() {
        return preset;
    }

    public boolean numbered() {
        return preset > 0;
    }

    public static Optional<Fault> of(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }
}
