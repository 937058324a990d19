package dev.posthorn.model;

/// The connection that an exchange rode.
///
/// @param local    address and port at our end; empty where unknown
/// @param remote   address and port that answered, "127.0.0.1:8765"
/// @param proxy    "http://proxy.test:3128" where it went through one, without credentials; empty for none
/// @param reused   true where it was open before this exchange
/// @param security null for a connection without TLS
public record Connection(String local, String remote, String proxy, boolean reused, Security security) {
    public static final Connection NONE = new Connection("", "", "", false, null);
}
