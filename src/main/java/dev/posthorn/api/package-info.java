/// The methods of an API as forms. Floor 2. Begin with `ApiMethod`.
package dev.posthorn.api;
