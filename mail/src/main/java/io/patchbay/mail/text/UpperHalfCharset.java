package io.patchbay.mail.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * A charset of one byte a character that Java does not have: Latin-1 up to 0x9F, the letters of its
 * own from 0xA0 on.
 */
final class UpperHalfCharset extends Charset {

    /** Nordic languages. */
    static final Charset LATIN_6 =
            new UpperHalfCharset(
                    "ISO-8859-10",
                    "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋ"
                            + "ĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞß"
                            + "āáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");

    /** Celtic languages. */
    static final Charset LATIN_8 =
            new UpperHalfCharset(
                    "ISO-8859-14",
                    "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡ"
                            + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶß"
                            + "àáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

    private static final int UPPER_HALF = 0xA0;

    private final String upperHalf;

    private UpperHalfCharset(String name, String upperHalf) {
        super(name, new String[0]);
        this.upperHalf = upperHalf;
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    int octet = in.get() & 0xFF;
                    out.put(
                            octet < UPPER_HALF
                                    ? (char) octet
                                    : upperHalf.charAt(octet - UPPER_HALF));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    char character = in.get(in.position());
                    int octet = octet(character);
                    if (octet < 0) {
                        return CoderResult.unmappableForLength(1);
                    }
                    in.get();
                    out.put((byte) octet);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    private int octet(char character) {
        if (character < UPPER_HALF) {
            return character;
        }
        int place = upperHalf.indexOf(character);
        return place < 0 ? -1 : UPPER_HALF + place;
    }
}
