/// The builder of Creatio's DataService queries. Floor 11. Begin with `DataServicePane`.
package dev.posthorn.ui.dataservice;
