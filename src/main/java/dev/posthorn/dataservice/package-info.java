/// Queries of Creatio's DataService, and what it answers: read from JSON, changed, written back. Floor 2. Begin with `Query`.
package dev.posthorn.dataservice;
