package dev.posthorn.vars;

import java.util.List;
import java.util.Locale;

/// Files, where they lie and what they hold; databases.
record DynamicFiles(Picks picks, DynamicWords words) {

    private static final List<String> FOLDERS = Picks.words("""
            /Applications, /bin, /boot, /boot/defaults, /dev, /etc, /etc/defaults, /etc/mail, /etc/periodic, /home, /home/user, /home/user/dir, /lib, /Library
            /lost+found, /media, /mnt, /net, /Network, /opt, /opt/bin, /opt/include, /opt/lib, /opt/sbin, /opt/share, /private, /private/tmp, /private/var, /proc
            /root, /sbin, /selinux, /srv, /sys, /System, /tmp, /Users, /usr, /usr/bin, /usr/include, /usr/lib, /usr/libexec, /usr/local/bin, /usr/local/src
            /usr/ports, /usr/sbin, /usr/share, /usr/src, /var, /var/log, /var/mail, /var/spool, /var/tmp""");
    private static final List<String> EXTENSIONS = Picks.words("""
            aac, ai, apk, atom, avi, bin, bmp, bz2, chm, cpio, css, csv, deb, dmg, doc, docx, dot, dwg, eps, epub, evy, flv, gif, gtar, gz, hlp, html, ics, ico, iso
            jar, jpeg, jpg, js, json, latex, m3u, md, mid, mkv, mng, mov, mp3, mp4, mpeg, odp, ods, odt, ogg, otf, pdb, pdf, png, ppt, pptx, ps, psd, qt, rar, rdf
            rtf, sh, svg, swf, tar, tcl, tex, tiff, torrent, ttf, txt, uri, vcf, vsd, wav, webm, webp, wmv, woff, xhtml, xls, xlsx, xltm, xml, xsl, xul, yaml, zip""");
    private static final List<String> COMMON = Picks.words("""
            gif, htm, html, jpe, jpeg, jpg, m1v, m2a, m2v, m3a, mp2, mp2a, mp3, mp4, mp4v, mpe, mpeg, mpg, mpg4, mpga, pdf, png, shtml, wav""");
    private static final List<String> COMMON_TYPES = List.of("video", "audio", "image", "text", "application");
    private static final List<String> TYPES = List.of("application", "audio", "chemical", "font", "image", "message", "model", "multipart", "text", "video");
    private static final List<String> MIME = Picks.words("""
            application/atom+xml, application/epub+zip, application/gzip, application/java-archive, application/javascript, application/json, application/ld+json
            application/msword, application/octet-stream, application/ogg, application/pdf, application/pgp-signature, application/postscript, application/rtf
            application/soap+xml, application/vnd.ms-excel, application/vnd.ms-powerpoint, application/vnd.oasis.opendocument.text, application/x-bzip2
            application/x-latex, application/x-sh, application/x-tar, application/x-tcl, application/xhtml+xml, application/xml, application/zip, audio/aac
            audio/basic, audio/midi, audio/mpeg, audio/ogg, audio/x-wav, chemical/x-pdb, font/otf, font/ttf, font/woff2, image/bmp, image/gif, image/jpeg, image/png
            image/svg+xml, image/tiff, image/webp, message/http, message/rfc822, model/gltf+json, model/vrml, multipart/form-data, multipart/mixed, text/calendar
            text/css, text/csv, text/html, text/markdown, text/plain, text/vcard, text/xml, video/3gpp, video/h264, video/mp4, video/mpeg, video/ogg, video/quicktime
            video/webm""");
    private static final List<String> COLUMNS = Picks.words("id, title, name, email, phone, token, group, category, password, comment, avatar, status, createdAt, updatedAt");
    private static final List<String> COLUMN_TYPES = Picks.words("""
            int, varchar, text, date, datetime, tinyint, time, timestamp, smallint, mediumint, bigint, decimal, float, double, real, bit, boolean, serial, blob, binary
            enum, set, geometry, point""");
    private static final List<String> COLLATIONS = Picks.words("utf8_unicode_ci, utf8_general_ci, utf8_bin, ascii_bin, ascii_general_ci, cp1250_bin, cp1250_general_ci");
    private static final List<String> ENGINES = Picks.words("InnoDB, MyISAM, MEMORY, CSV, BLACKHOLE, ARCHIVE");

    List<Dynamic> all() {
        return List.of(
                new Dynamic("$randomFileName", "A file", "neural_sri_lanka_rupee_gloves.gdoc", () -> name(EXTENSIONS)),
                new Dynamic("$randomFileType", "A kind of file", "model", () -> picks.one(TYPES)),
                new Dynamic("$randomFileExt", "The end of a file's name", "war", () -> picks.one(EXTENSIONS)),
                new Dynamic("$randomCommonFileName", "A file of a common kind", "well_modulated.mpg4", () -> name(COMMON)),
                new Dynamic("$randomCommonFileType", "A common kind of file", "application", () -> picks.one(COMMON_TYPES)),
                new Dynamic("$randomCommonFileExt", "A common end of a file's name", "m2v", () -> picks.one(COMMON)),
                new Dynamic("$randomFilePath", "A file and where it lies", "/home/user/programming_chicken.cpio", () -> picks.one(FOLDERS) + "/" + name(EXTENSIONS)),
                new Dynamic("$randomDirectoryPath", "A folder", "/usr/bin", () -> picks.one(FOLDERS)),
                new Dynamic("$randomMimeType", "A media type", "audio/ogg", () -> picks.one(MIME)),
                new Dynamic("$randomDatabaseColumn", "A column of a table", "updatedAt", () -> picks.one(COLUMNS)),
                new Dynamic("$randomDatabaseType", "The type of a column", "tinyint", () -> picks.one(COLUMN_TYPES)),
                new Dynamic("$randomDatabaseCollation", "A collation of a database", "cp1250_bin", () -> picks.one(COLLATIONS)),
                new Dynamic("$randomDatabaseEngine", "An engine of a database", "InnoDB", () -> picks.one(ENGINES)));
    }

    private String name(List<String> extensions) {
        return picks.joined(picks.between(1, 4), "_", words::word).toLowerCase(Locale.ROOT).replaceAll("\\W", "_") + "." + picks.one(extensions);
    }
}
