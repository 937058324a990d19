/// Answers that are shown while they come: server-sent events. Floor 3, below `http`, without OkHttp. Read first: `EventParser`.
package dev.posthorn.http.live;
