package io.patchbay.mail.header;

/**
 * One header field. The value keeps its folding: line breaks and the indentation after them; the
 * blanks after the colon and the final line break are not part of it.
 */
public record Header(String name, String value) {}
