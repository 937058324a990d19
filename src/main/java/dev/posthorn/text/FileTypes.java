package dev.posthorn.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The media type of a file by the end of its name, for the files that people send; `application/octet-stream` for all others.
public final class FileTypes {

    private static final String TABLE = """
            application/json json map
            application/xml xml xsl xsd
            application/javascript js mjs
            application/pdf pdf
            application/zip zip
            application/gzip gz
            application/x-tar tar
            application/x-7z-compressed 7z
            application/x-bzip2 bz2
            application/java-archive jar war ear
            application/wasm wasm
            application/sql sql
            application/rtf rtf
            application/msword doc dot
            application/vnd.ms-excel xls
            application/vnd.ms-powerpoint ppt
            application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
            application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
            application/vnd.oasis.opendocument.text odt
            application/vnd.oasis.opendocument.spreadsheet ods
            application/atom+xml atom
            application/rss+xml rss
            application/geo+json geojson
            application/ld+json jsonld
            application/manifest+json webmanifest
            application/toml toml
            application/x-x509-ca-cert pem crt der
            application/x-pkcs12 p12 pfx
            application/x-sh sh
            text/plain txt text log conf ini
            text/csv csv
            text/tab-separated-values tsv
            text/html html htm
            text/css css
            text/markdown md markdown
            text/yaml yaml yml
            text/calendar ics
            text/vcard vcard vcf
            image/png png
            image/jpeg jpg jpeg jpe
            image/gif gif
            image/webp webp
            image/avif avif
            image/svg+xml svg svgz
            image/bmp bmp
            image/tiff tif tiff
            image/vnd.microsoft.icon ico
            image/heic heic
            audio/mpeg mp3 mpga
            audio/wav wav
            audio/ogg ogg oga opus
            audio/mp4 m4a
            audio/midi mid midi
            video/mp4 mp4
            video/mpeg mpeg mpg
            video/webm webm
            video/ogg ogv
            video/quicktime mov qt
            font/ttf ttf
            font/otf otf
            font/woff woff
            font/woff2 woff2
            """;
    private static final Map<String, String> TYPES = types();

    private FileTypes() {}

    private static Map<String, String> types() {
        var types = new HashMap<String, String>();
        TABLE.lines().map(line -> line.split(" ")).forEach(words -> {
            for (var i = 1; i < words.length; i++) {
                types.put(words[i], words[0]);
            }
        });
        return Map.copyOf(types);
    }

    public static String of(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }
}
