package io.patchbay.mail.text;

import java.nio.charset.Charset;

/** A text and the charset in which its bytes made sense. */
public record DecodedText(String text, Charset charset) {}
