package dev.posthorn.imports.curl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options of curl's manual: their short forms, whether they take a value, and where those stand that are no part of a request.
final class Options {

    /// @param name   the long form without its dashes
    /// @param letter the short form, 0 where there is none
    /// @param reason why a request does not hold it; empty where it does
    record Option(String name, char letter, boolean takesValue, String reason) {}

    /// An option as it was given; `value` is empty for a switch.
    record Given(String name, String value, boolean on, int offset, String reason) {

        /// As the user writes it: "--proxy".
        String written() {
            return (on ? "--" : "--no-") + name;
        }
    }

    private static final String OUTPUT = "about curl's own output, which the window shows in its own way";
    private static final String PROXY = "a proxy is a setting of the workspace, not of a request";
    private static final String CERTIFICATE = "certificates are settings of the workspace, by host";
    private static final String NETWORK = "how the network is used is not a property of a request here";
    private static final String TLS = "versions and ciphers of TLS are not chosen for a single request";
    private static final String FILES = "a file of curl's own, which is not read at import";
    private static final String OTHER = "of another protocol than HTTP";
    private static final String REPEAT = "how often curl tries is not a property of a request";
    private static final String JAR = "cookies are kept in the cookie jar of the workspace";

    /// `x:name` has a short form; a trailing `=` says that it takes a value.
    private static final Map<String, Option> ALL = new LinkedHashMap<>(table());

    private Options() {}

    private static Map<String, Option> table() {
        var all = new LinkedHashMap<String, Option>();
        put(all, "", "X:request= H:header= d:data= data-raw= data-ascii= data-binary= data-urlencode= json= F:form= form-string= form-escape G:get I:head u:user= basic "
                + "digest ntlm ntlm-wb negotiate anyauth aws-sigv4= oauth2-bearer= b:cookie= A:user-agent= e:referer= compressed k:insecure L:location location-trusted "
                + "max-redirs= post301 post302 post303 http1.1 0:http1.0 http2 http2-prior-knowledge http3 http3-only m:max-time= connect-timeout= T:upload-file= url= url-query= g:globoff "
                + "path-as-is r:range= z:time-cond= tr-encoding request-target= proto-default= C:continue-at= crlf B:use-ascii K:config= n:netrc netrc-optional "
                + "netrc-file= etag-compare= disallow-username-in-url raw ignore-content-length");
        put(all, OUTPUT, "o:output= O:remote-name remote-name-all output-dir= J:remote-header-name R:remote-time s:silent S:show-error v:verbose i:include D:dump-header= "
                + "w:write-out= #:progress-bar progress-meter f:fail fail-with-body fail-early N:no-buffer buffer create-dirs create-file-mode= clobber no-clobber trace= "
                + "trace-ascii= trace-time trace-ids trace-config= stderr= styled-output xattr libcurl= remove-on-error h:help= M:manual V:version suppress-connect-headers "
                + "skip-existing max-filesize= etag-save= out-null");
        put(all, PROXY, "x:proxy= U:proxy-user= noproxy= preproxy= proxy-anyauth proxy-basic proxy-digest proxy-ntlm proxy-negotiate proxy-header= proxy-insecure "
                + "proxy1.0= p:proxytunnel socks4= socks4a= socks5= socks5-hostname= socks5-basic socks5-gssapi socks5-gssapi-nec socks5-gssapi-service= proxy-cacert= "
                + "proxy-capath= proxy-cert= proxy-cert-type= proxy-ciphers= proxy-crlfile= proxy-key= proxy-key-type= proxy-pass= proxy-pinnedpubkey= proxy-service-name= "
                + "proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tls13-ciphers= proxy-tlsauthtype= proxy-tlspassword= proxy-tlsuser= proxy-tlsv1 proxy-http2 "
                + "proxy-ca-native haproxy-protocol haproxy-clientip=");
        put(all, CERTIFICATE, "E:cert= cert-type= key= key-type= pass= cacert= capath= crlfile= pinnedpubkey= cert-status ca-native engine= ssl-auto-client-cert dns-servers=");
        put(all, TLS, "1:tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tls-max= ciphers= tls13-ciphers= curves= 2:sslv2 3:sslv3 ssl ssl-reqd ssl-allow-beast ssl-no-revoke "
                + "ssl-revoke-best-effort false-start alpn npn no-alpn no-npn sessionid tlsauthtype= tlspassword= tlsuser= ech= sigalgs= tls-earlydata");
        put(all, NETWORK, "resolve= connect-to= 4:ipv4 6:ipv6 interface= local-port= dns-interface= dns-ipv4-addr= dns-ipv6-addr= doh-url= doh-insecure "
                + "doh-cert-status unix-socket= abstract-unix-socket= tcp-nodelay tcp-fastopen keepalive keepalive-time= keepalive-cnt= no-keepalive limit-rate= Y:speed-limit= "
                + "y:speed-time= happy-eyeballs-timeout-ms= expect100-timeout= proto= proto-redir= http0.9 alt-svc= hsts= ip-tos= vlan-priority= mptcp ipfs-gateway=");
        put(all, REPEAT, "retry= retry-delay= retry-max-time= retry-connrefused retry-all-errors Z:parallel parallel-immediate parallel-max= parallel-max-host= rate=");
        put(all, JAR, "c:cookie-jar= j:junk-session-cookies");
        put(all, FILES, "q:disable egd-file= random-file= variable=");
        put(all, OTHER, "a:append ftp-account= ftp-alternative-to-user= ftp-create-dirs ftp-method= ftp-pasv P:ftp-port= ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc "
                + "ftp-ssl-ccc-mode= ftp-ssl-control disable-eprt disable-epsv eprt epsv l:list-only Q:quote= mail-auth= mail-from= mail-rcpt= mail-rcpt-allowfails sasl-authzid= sasl-ir "
                + "login-options= t:telnet-option= tftp-blksize= tftp-no-options pubkey= hostpubmd5= hostpubsha256= compressed-ssh krb= delegation= service-name= metalink "
                + "upload-flags=");
        put(all, "", "::next");
        return all;
    }

    private static void put(Map<String, Option> all, String reason, String written) {
        for (var word : written.split(" ")) {
            var letter = word.length() > 1 && word.charAt(1) == ':' ? word.charAt(0) : 0;
            var name = letter == 0 ? word : word.substring(2);
            var value = name.endsWith("=");
            name = value ? name.substring(0, name.length() - 1) : name;
            all.put(name, new Option(name, letter, value, reason));
        }
    }

    private static Optional<Option> byLetter(char letter) {
        return ALL.values().stream().filter(o -> o.letter() == letter).findFirst();
    }

    /// By its name, or by the beginning of it where only one option begins so, as curl reads it.
    private static Optional<Option> byName(String name) {
        if (ALL.containsKey(name)) {
            return Optional.of(ALL.get(name));
        }
        var alike = name.length() < 3 ? List.<Option>of() : ALL.values().stream().filter(o -> o.name().startsWith(name)).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /// The options and URLs of a command, in order; a URL is given as the option `url`.
    static List<Given> parse(List<Word> words) throws BadCommand {
        var given = new ArrayList<Given>();
        var onlyUrls = false;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (onlyUrls || !word.text().startsWith("-") || word.text().equals("-")) {
                given.add(new Given("url", word.text(), true, word.offset(), ""));
            } else if (word.text().equals("--")) {
                onlyUrls = true;
            } else if (word.text().startsWith("--")) {
                i = longOption(words, i, given);
            } else {
                i = letters(words, i, given);
            }
        }
        return given;
    }

    private static int longOption(List<Word> words, int at, List<Given> given) throws BadCommand {
        var word = words.get(at);
        var text = word.text().substring(2);
        var equals = text.indexOf('=');
        var option = byName(text);
        var value = Optional.<String>empty();
        if (option.isEmpty() && equals > 0) {
            option = byName(text.substring(0, equals));
            value = Optional.of(text.substring(equals + 1));
        }
        if (option.isEmpty() && text.startsWith("no-") && byName(text.substring(3)).isPresent()) {
            var off = byName(text.substring(3)).get();
            given.add(new Given(off.name(), "", false, word.offset(), off.reason()));
            return at;
        }
        if (option.isEmpty()) {
            given.add(new Given(equals > 0 ? text.substring(0, equals) : text, "", true, word.offset(), "an option that curl's manual does not have"));
            return at;
        }
        return take(option.get(), value, words, at, given);
    }

    private static int take(Option option, Optional<String> value, List<Word> words, int at, List<Given> given) throws BadCommand {
        var offset = words.get(at).offset();
        if (!option.takesValue() || value.isPresent()) {
            given.add(new Given(option.name(), value.orElse(""), true, offset, option.reason()));
            return at;
        }
        if (option.name().equals("help") && at + 1 == words.size()) {
            given.add(new Given("help", "", true, offset, option.reason()));
            return at;
        }
        if (at + 1 == words.size()) {
            throw new BadCommand("the option --" + option.name() + " needs a value behind it", offset);
        }
        given.add(new Given(option.name(), words.get(at + 1).text(), true, offset, option.reason()));
        return at + 1;
    }

    /// A cluster such as `-sSLk` or `-XPOST`.
    private static int letters(List<Word> words, int at, List<Given> given) throws BadCommand {
        var word = words.get(at);
        for (var i = 1; i < word.text().length(); i++) {
            var option = byLetter(word.text().charAt(i));
            if (option.isEmpty()) {
                given.add(new Given(word.text().charAt(i) == ' ' ? "(blank)" : "(-" + word.text().charAt(i) + ")", "", true, word.offset(), "an option that curl's manual does not have"));
            } else if (option.get().takesValue()) {
                var rest = word.text().substring(i + 1);
                return take(option.get(), rest.isEmpty() ? Optional.empty() : Optional.of(rest), words, at, given);
            } else {
                given.add(new Given(option.get().name(), "", true, word.offset(), option.get().reason()));
            }
        }
        return at;
    }
}
