package io.patchbay.mail.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The charsets that a mail may name. The names are those that Patchwork's platform knows, because
 * whether a name is known decides how a header is stored; Java's own list knows others.
 */
public final class Charsets {

    /** Tried in this order when a text does not say, or lies about, what it is. */
    private static final List<Charset> GUESSES =
            List.of(UTF_8, Charset.forName("windows-1252"), ISO_8859_1);

    /** The same sign of JIS, which Java reads as the one and Patchwork's platform as the other. */
    private static final char EM_DASH = '\u2014';

    private static final char HORIZONTAL_BAR = '\u2015';

    private Charsets() {}

    /** The charset of this name in whatever spelling, or null. */
    public static @Nullable Charset named(String name) {
        return switch (name) {
            case "utf-8", "UTF-8" -> UTF_8;
            case "us-ascii", "US-ASCII" -> US_ASCII;
            case "iso-8859-1", "ISO-8859-1" -> ISO_8859_1;
            default -> Named.BY_KEY.get(key(name));
        };
    }

    /** Null if the bytes are none of this charset. */
    public static @Nullable String decode(byte[] bytes, Charset charset) {
        if (charset.equals(ISO_8859_1)) {
            return new String(bytes, ISO_8859_1);
        }
        // The constructor is several times faster than a decoder and marks what it cannot decode.
        var text = new String(bytes, charset);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                text =
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)
                                .decode(ByteBuffer.wrap(bytes))
                                .toString();
            } catch (CharacterCodingException _) {
                return null;
            }
        }
        return charset.equals(UTF_8) ? text : likePatchwork(text, charset);
    }

    /**
     * Decodes by the charset of which this one is a part, and under whose name writers send the
     * whole (WHATWG Encoding, "Names and labels"). Null if there is none, or the bytes are none of
     * it either.
     */
    public static @Nullable String decodeWider(byte[] bytes, Charset charset) {
        var wider = wider(charset);
        var text = wider == null ? null : decode(bytes, wider);
        return text == null || text.chars().anyMatch(Charsets::isPrivate) ? null : text;
    }

    /** The charset of which this one is a part; null if there is none. */
    public static @Nullable Charset wider(Charset charset) {
        return Named.WIDER.get(charset);
    }

    /**
     * A text of Latin-1 or a like charset, with the letters and signs that the larger charset of
     * that name has where this one has control characters, which nobody sends (WHATWG Encoding,
     * "Names and labels").
     *
     * @param bytes what it was decoded from
     */
    static String withoutControls(String text, byte[] bytes, Charset charset) {
        if (!hasControls(charset) || !holdsControls(text)) {
            return text;
        }
        var wider = decodeWider(bytes, charset);
        return wider == null ? text : wider;
    }

    /** The same for a text alone. */
    public static String withoutControls(String text, Charset charset) {
        return hasControls(charset) && holdsControls(text)
                ? withoutControls(text, text.getBytes(charset), charset)
                : text;
    }

    private static boolean hasControls(Charset charset) {
        boolean everyday = charset.equals(UTF_8) || charset.equals(US_ASCII);
        return charset.equals(ISO_8859_1) || !everyday && Named.WITH_CONTROLS.contains(charset);
    }

    private static boolean holdsControls(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character >= 0x80 && character < 0xA0) {
                return true;
            }
        }
        return false;
    }

    /** Where the tables of Patchwork's platform are stricter than Java's, or read otherwise. */
    private static @Nullable String likePatchwork(String text, Charset charset) {
        return switch (charset.name()) {
            case "GBK", "x-windows-949" -> text.chars().anyMatch(Charsets::isPrivate) ? null : text;
            case "ISO-2022-KR" -> text.indexOf('\uFFFD') < 0 ? text : null;
            case "EUC-JP", "Shift_JIS", "ISO-2022-JP", "ISO-2022-JP-2" ->
                    text.replace(EM_DASH, HORIZONTAL_BAR);
            case "UTF-32BE", "UTF-32LE", "X-UTF-32LE-BOM" -> isWellFormed(text, 0) ? text : null;
            default -> text;
        };
    }

    /** The bytes of a text that {@link #decode} may have given; those it cannot hold become "?". */
    public static byte[] encode(String text, Charset charset) {
        return encodable(text, charset).getBytes(charset);
    }

    public static boolean canEncode(String text, Charset charset) {
        return charset.newEncoder().canEncode(encodable(text, charset));
    }

    private static String encodable(String text, Charset charset) {
        return charset.name().equals("ISO-2022-JP") ? text.replace(HORIZONTAL_BAR, EM_DASH) : text;
    }

    private static boolean isPrivate(int character) {
        return character >= '\uE000' && character <= '\uF8FF';
    }

    /** Whether there is no half of a surrogate pair from {@code start} on. */
    static boolean isWellFormed(CharSequence text, int start) {
        for (int index = start; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean pair =
                    Character.isHighSurrogate(character)
                            && index + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(index + 1));
            if (pair) {
                index++;
            } else if (Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Decodes as declared, or by the larger charset that the declared one is a name of, else as the
     * first charset that fits; every text fits the last.
     */
    public static DecodedText decodeLeniently(byte[] bytes, @Nullable Charset declared) {
        var text = declared == null ? null : decode(bytes, declared);
        if (declared != null && text != null) {
            var cleaned = withoutControls(text, bytes, declared);
            return decoded(cleaned, cleaned.equals(text) ? null : wider(declared), declared);
        }
        text = declared == null ? null : decodeWider(bytes, declared);
        if (declared != null && text != null) {
            return decoded(text, wider(declared), declared);
        }
        for (var guess : GUESSES) {
            text = decode(bytes, guess);
            if (text != null) {
                return new DecodedText(text, guess);
            }
        }
        return new DecodedText(new String(bytes, ISO_8859_1), ISO_8859_1);
    }

    private static DecodedText decoded(String text, @Nullable Charset wider, Charset declared) {
        return new DecodedText(text, wider == null ? declared : wider);
    }

    /**
     * The charset that Java calls so. Null if this Java has none of that name, for a slim runtime
     * lacks the rarer ones.
     */
    public static @Nullable Charset ofJava(String name) {
        return Named.charset(name);
    }

    /** Lower case, and every run of punctuation as one underscore. */
    private static String key(String name) {
        var key = new StringBuilder(name.length());
        boolean punctuation = false;
        for (int index = 0; index < name.length(); index++) {
            char character = name.charAt(index);
            if (Character.isLetterOrDigit(character) || character == '.') {
                if (punctuation && !key.isEmpty()) {
                    key.append('_');
                }
                punctuation = false;
                key.append(Character.toLowerCase(character));
            } else {
                punctuation = true;
            }
        }
        return key.toString();
    }

    /** Built when a mail first names a charset that is not one of the everyday ones. */
    private static final class Named {

        static final Map<String, Charset> BY_KEY = byKey();

        /** What a charset is a part of, for those that mails name and mean more. */
        static final Map<Charset, Charset> WIDER = wider();

        /** Those of one byte each that have control characters where the wider one has none. */
        static final Set<Charset> WITH_CONTROLS = withControls();

        /**
         * Each line a charset and the wider one, by their Java names (WHATWG Encoding, "Names and
         * labels").
         */
        private static final String PARTS =
                """
                ISO-8859-1 windows-1252
                ISO-8859-9 windows-1254
                x-iso-8859-11 x-windows-874
                GB2312 GB18030
                GBK GB18030
                Big5 Big5-HKSCS
                EUC-KR x-windows-949
                Shift_JIS windows-31j
                EUC-JP x-eucJP-Open
                ISO-2022-JP x-windows-iso2022jp
                """;

        /** A line each: the Java name, then the keys under which mails may ask for it. */
        private static final String NAMES =
                """
                US-ASCII ascii us_ascii us 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 ibm367 iso646_us iso_646.irv_1991 iso_ir_6 csascii
                UTF-8 utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001
                x-UTF-16LE-BOM utf_16 utf16 u16
                UTF-7 utf_7 utf7 u7 unicode_1_1_utf_7
                UTF-16BE utf_16_be utf_16be unicodebigunmarked
                UTF-16LE utf_16_le utf_16le unicodelittleunmarked
                X-UTF-32LE-BOM utf_32 utf32 u32
                UTF-32BE utf_32_be utf_32be
                UTF-32LE utf_32_le utf_32le
                ISO-8859-1 latin_1 latin1 latin l1 8859 cp819 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 csisolatin1
                ISO-8859-2 iso8859_2 iso_8859_2 iso_8859_2_1987 latin2 l2 iso_ir_101 csisolatin2
                ISO-8859-3 iso8859_3 iso_8859_3 iso_8859_3_1988 latin3 l3 iso_ir_109 csisolatin3
                ISO-8859-4 iso8859_4 iso_8859_4 iso_8859_4_1988 latin4 l4 iso_ir_110 csisolatin4
                ISO-8859-5 iso8859_5 iso_8859_5 iso_8859_5_1988 cyrillic iso_ir_144 csisolatincyrillic
                ISO-8859-6 iso8859_6 iso_8859_6 iso_8859_6_1987 arabic asmo_708 ecma_114 iso_ir_127 csisolatinarabic
                ISO-8859-7 iso8859_7 iso_8859_7 iso_8859_7_1987 greek greek8 ecma_118 elot_928 iso_ir_126 csisolatingreek
                ISO-8859-8 iso8859_8 iso_8859_8 iso_8859_8_1988 hebrew iso_ir_138 csisolatinhebrew
                ISO-8859-9 iso8859_9 iso_8859_9 iso_8859_9_1989 latin5 l5 iso_ir_148 csisolatin5
                x-iso-8859-11 iso8859_11 iso_8859_11 iso_8859_11_2001 thai
                ISO-8859-10 iso8859_10 iso_8859_10 iso_8859_10_1992 latin6 l6 iso_ir_157 csisolatin6
                ISO-8859-13 iso8859_13 iso_8859_13 latin7 l7
                ISO-8859-14 iso8859_14 iso_8859_14 iso_8859_14_1998 latin8 l8 iso_ir_199 iso_celtic
                ISO-8859-15 iso8859_15 iso_8859_15 latin9 l9
                ISO-8859-16 iso8859_16 iso_8859_16 iso_8859_16_2001 latin10 l10 iso_ir_226
                x-iso-8859-11 tis_620 tis620 tis_620_0 tis_620_2529_0 tis_620_2529_1 iso_ir_166
                windows-1250 cp1250 1250 windows_1250
                windows-1251 cp1251 1251 windows_1251
                windows-1252 cp1252 1252 windows_1252
                windows-1253 cp1253 1253 windows_1253
                windows-1254 cp1254 1254 windows_1254
                windows-1255 cp1255 1255 windows_1255
                windows-1256 cp1256 1256 windows_1256
                windows-1257 cp1257 1257 windows_1257
                windows-1258 cp1258 1258 windows_1258
                IBM437 cp437 437 ibm437 cspc8codepage437
                x-IBM737 cp737
                IBM775 cp775 775 ibm775 cspc775baltic
                IBM850 cp850 850 ibm850 cspc850multilingual
                IBM852 cp852 852 ibm852 cspcp852
                IBM855 cp855 855 ibm855 csibm855
                IBM857 cp857 857 ibm857 csibm857
                IBM00858 cp858 858 ibm858 csibm858
                IBM860 cp860 860 ibm860 csibm860
                IBM861 cp861 861 ibm861 cp_is csibm861
                IBM862 cp862 862 ibm862 cspc862latinhebrew
                IBM863 cp863 863 ibm863 csibm863
                IBM864 cp864 864 ibm864 csibm864
                IBM865 cp865 865 ibm865 csibm865
                IBM866 cp866 866 ibm866 csibm866
                IBM869 cp869 869 ibm869 cp_gr csibm869
                x-windows-874 cp874
                KOI8-R koi8_r cskoi8r
                KOI8-U koi8_u
                x-MacRoman mac_roman macroman macintosh
                x-MacCentralEurope mac_latin2 mac_centeuro maccentraleurope maclatin2
                x-MacUkraine mac_cyrillic maccyrillic
                GB2312 gb2312 chinese euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 csiso58gb231280 x_mac_simp_chinese
                GBK gbk 936 cp936 ms936
                GB18030 gb18030 gb18030_2000
                Big5 big5 big5_tw csbig5 x_mac_trad_chinese
                Big5-HKSCS big5hkscs big5_hkscs hkscs
                x-windows-950 cp950 950 ms950
                EUC-JP euc_jp eucjp ujis u_jis
                Shift_JIS shift_jis shiftjis sjis s_jis csshiftjis x_mac_japanese
                windows-31j cp932 932 ms932 mskanji ms_kanji
                ISO-2022-JP iso2022_jp iso2022jp iso_2022_jp csiso2022jp
                ISO-2022-JP-2 iso2022_jp_2 iso2022jp_2 iso_2022_jp_2
                ISO-2022-KR iso2022_kr iso2022kr iso_2022_kr csiso2022kr
                EUC-KR euc_kr euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001 x_mac_korean
                x-windows-949 cp949 949 ms949 uhc
                x-Johab johab cp1361 ms1361
                """;

        private static Map<String, Charset> byKey() {
            var byKey = new HashMap<String, Charset>();
            for (var line : NAMES.lines().toList()) {
                var names = line.split(" ");
                var charset = charset(names[0]);
                for (int index = 1; charset != null && index < names.length; index++) {
                    byKey.put(names[index], charset);
                }
            }
            return byKey;
        }

        private static Map<Charset, Charset> wider() {
            var wider = new HashMap<Charset, Charset>();
            for (var line : PARTS.lines().toList()) {
                var names = line.split(" ");
                var part = charset(names[0]);
                var whole = charset(names[1]);
                if (part != null && whole != null) {
                    wider.put(part, whole);
                }
            }
            return wider;
        }

        private static Set<Charset> withControls() {
            return WIDER.keySet().stream()
                    .filter(charset -> charset.newEncoder().maxBytesPerChar() == 1)
                    .collect(Collectors.toSet());
        }

        static @Nullable Charset charset(String name) {
            return switch (name) {
                case "UTF-7" -> Utf7.UTF_7;
                case "ISO-8859-10" -> UpperHalfCharset.LATIN_6;
                case "ISO-8859-14" -> UpperHalfCharset.LATIN_8;
                // A slim Java runtime may lack the rarer ones; they are then unknown names.
                default -> Charset.isSupported(name) ? Charset.forName(name) : null;
            };
        }
    }
}
