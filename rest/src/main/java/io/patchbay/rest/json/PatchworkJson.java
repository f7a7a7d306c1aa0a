package io.patchbay.rest.json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.OutputStream;

/** JSON to the letter as the API has always sent it (rest-api §2). */
public final class PatchworkJson {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .characterEscapes(new LineSeparators())
                    .build();

    private PatchworkJson() {}

    /**
     * @param indent 0 for none
     */
    static JsonGenerator generator(OutputStream out, int indent) {
        return FACTORY.createGenerator(
                indent == 0 ? ObjectWriteContext.empty() : new Indented(printer(indent)), out);
    }

    public static JsonParser parser(byte[] text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    private static PrettyPrinter printer(int indent) {
        var lines = new DefaultIndenter(" ".repeat(indent), "\n");
        var separators =
                Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withArrayIndenter(lines)
                .withObjectIndenter(lines);
    }

    /**
     * U+2028 and U+2029 end a line in JavaScript, so they are escaped; nothing else is but must.
     */
    private static final class LineSeparators extends CharacterEscapes {

        private static final int[] ASCII = standardAsciiEscapesForJSON();
        private static final SerializedString LINE = new SerializedString("\\u2028");
        private static final SerializedString PARAGRAPH = new SerializedString("\\u2029");

        @Override
        public int[] getEscapeCodesForAscii() {
            return ASCII;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return switch (character) {
                case 0x2028 -> LINE;
                case 0x2029 -> PARAGRAPH;
                default -> null;
            };
        }
    }

    /** The empty context, with indentation. */
    private static final class Indented extends ObjectWriteContext.Base {

        private final PrettyPrinter printer;

        Indented(PrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public @Nullable FormatSchema getSchema() {
            return null;
        }
    }
}
