/// Pure text: tokenizers, pretty-printers, spans, line folding, and the line index over a file. Floor 1: uses the JDK only.
/// Read first: `Source`, then `Lines` and `Tokenizer`.
package dev.posthorn.text;
