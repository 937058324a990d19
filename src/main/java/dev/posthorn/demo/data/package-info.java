/// Tables of made-up people, firms and processes, that can be read and changed and are put back by a reset. In memory, and bounded. Floor 4. Read first:
/// `Tables`.
package dev.posthorn.demo.data;
