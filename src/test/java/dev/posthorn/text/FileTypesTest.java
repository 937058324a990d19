package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class FileTypesTest {

    @Test
    void theTypeOfAFileIsThatOfTheEndOfItsName() {
        assertEquals("application/json", FileTypes.of("a/b.JSON"));
        assertEquals("application/octet-stream", FileTypes.of("json/b"));
        assertEquals("image/jpeg", FileTypes.of("C:\\x.png\\photo.tar.jpeg"));
        assertEquals("application/octet-stream", FileTypes.of("Makefile"));
    }
}
