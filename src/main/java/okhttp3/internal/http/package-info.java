/// One class of OkHttp's in a version of ours, because OkHttp has no switch for it. It must stand before OkHttp's jar on the class path.
/// Read first: `HttpMethod`.
package okhttp3.internal.http;
