/// The demo server's identity provider: OAuth 2.0 and OpenID Connect with people, clients and every fault that a login can meet. It knows no
/// web server: a question goes in, an answer comes out. Floor 4. Read first: `Identity`.
package dev.posthorn.demo.identity;
