/// The runner: what to run and how, the requests as they come in, charts, earlier runs and comparing with them. Floor 11. Read first: `RunnerPane`.
package dev.posthorn.ui.runner;
