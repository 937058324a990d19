/// What the servers of vendors that the demo server plays have in common: questions and answers, the table of faults, counts, the journal of calls.
/// It knows no web server. Floor 4. Read first: `Fault`.
package dev.posthorn.demo.vendor;
