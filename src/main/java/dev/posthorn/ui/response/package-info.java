/// The answer: status line, body viewers, headers, cookies. Floor 11. Read first: `ResponsePane`.
package dev.posthorn.ui.response;
