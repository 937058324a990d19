/// A Creatio that the demo server plays: sessions, DataService, OData 4 and 3, web services, and its Identity Service. Floor 6. Read first: `Creatio`.
package dev.posthorn.demo.creatio;
