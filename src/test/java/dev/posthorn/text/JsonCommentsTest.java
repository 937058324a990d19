package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

final class JsonCommentsTest {

    @Test
    void whatHasNoCommentStaysTheSameText() {
        var text = "{\"a\": 1 / 2, \"b\": [*]}";
        assertSame(text, JsonComments.without(text));
    }

    @Test
    void unclosedCommentsAndStringsEndWithTheText() {
        assertEquals("{", JsonComments.without("{/* a"));
        assertEquals("{", JsonComments.without("{// a"));
        assertEquals("{\"a // b", JsonComments.without("{\"a // b"));
        assertEquals("\"\\", JsonComments.without("\"\\") + JsonComments.without("//"));
        assertEquals("/", JsonComments.without("/") + JsonComments.without("/*/"));
    }

    @Test
    void aCommentWithinACommentIsPartOfIt() {
        assertEquals("1\n2", JsonComments.without("1// /* \n2"));
        assertEquals("12", JsonComments.without("1/* // \n \" */2"));
    }
}
