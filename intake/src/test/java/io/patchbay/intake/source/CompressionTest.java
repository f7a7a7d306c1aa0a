package io.patchbay.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;

import io.patchbay.intake.source.Arrival.Raw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Packed archives are read like plain ones, whatever their name; broken ones say so. */
class CompressionTest {

    private static final int COUNT = 2_000;

    private static final List<String> MAILS = mails();

    /** How an xz block's header writes this size. */
    private static final int GIGABYTE = 36;

    enum Packer {
        GZIP("gzip") {
            @Override
            OutputStream on(OutputStream target) throws IOException {
                return new GZIPOutputStream(target);
            }
        },
        XZ("xz") {
            @Override
            OutputStream on(OutputStream target) throws IOException {
                return new XZOutputStream(target, new LZMA2Options(1));
            }
        },
        ZSTD("zstd") {
            @Override
            OutputStream on(OutputStream target) throws IOException {
                return new ZstdOutputStream(target).setChecksum(true);
            }
        };

        private final String label;

        Packer(String label) {
            this.label = label;
        }

        abstract OutputStream on(OutputStream target) throws IOException;

        byte[] pack(byte[] content) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var stream = on(packed)) {
                stream.write(content);
            }
            return packed.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedMboxIsReadLikeAPlainOne(Packer packer) throws IOException {
        var packed = packer.pack(mbox());

        try (var source = open(packed)) {

            assertThat(drain(source)).isEqualTo(MAILS);
            assertThat(source.bytesRead()).isEqualTo(source.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPackedSingleMailIsOneMail(Packer packer) throws IOException {
        try (var source = open(packer.pack(MAILS.getFirst().getBytes(StandardCharsets.UTF_8)))) {

            assertThat(drain(source)).containsExactly(MAILS.getFirst());
        }
    }

    @ParameterizedTest
    @EnumSource
    void archivesPackedOneAfterAnotherAreOneArchive(Packer packer) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(packer.pack(mbox()));
        packed.write(packer.pack(mbox()));

        try (var source = open(packed.toByteArray())) {

            assertThat(drain(source)).hasSize(2 * COUNT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBeforeTheBreakIsTakenAndTheMailThatBrokeOffIsNot(Packer packer)
            throws IOException {
        var packed = packer.pack(mbox());

        var taken = new ArrayList<String>();
        try (var source = open(Arrays.copyOf(packed, packed.length * 3 / 4))) {

            assertThatThrownBy(() -> drainTo(taken, source))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "list: the " + packer.label + " archive cannot be unpacked")
                    .hasMessageContaining("take it again");
        }
        assertThat(taken).isNotEmpty().hasSizeLessThan(COUNT);
        assertThat(MAILS).startsWith(taken.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void damageInTheMiddleIsTold(Packer packer) throws IOException {
        var packed = packer.pack(mbox());
        Arrays.fill(packed, packed.length / 2, packed.length / 2 + 64, (byte) 0x5a);

        try (var source = open(packed)) {

            assertThatThrownBy(() -> drain(source))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            "list: the " + packer.label + " archive cannot be unpacked");
        }
    }

    @Test
    void anArchiveThatEndsWithinItsHeaderIsTold() throws IOException {
        var packed = Packer.GZIP.pack(mbox());

        assertThatThrownBy(() -> open(Arrays.copyOf(packed, 7)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("list: the gzip archive cannot be unpacked");
    }

    @Test
    void framesWithoutContentMayStandFirst() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(HexFormat.of().parseHex("502a4d1804000000" + "00000000"));
        packed.write(Packer.ZSTD.pack(mbox()));

        try (var source = open(packed.toByteArray())) {

            assertThat(drain(source)).hasSize(COUNT);
        }
    }

    @Test
    void anArchiveThatAsksForTooMuchMemoryIsRefused() throws IOException {
        var packed = Packer.XZ.pack(mbox());
        askForDictionary(packed, GIGABYTE);

        assertThatThrownBy(() -> open(packed))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1048680 KiB of memory would be needed");
    }

    /** In the header of the first block, behind the twelve bytes of the stream's. */
    private static void askForDictionary(byte[] packed, int size) {
        int length = (packed[12] + 1) * 4;
        packed[16] = (byte) size;
        var checksum = new CRC32();
        checksum.update(packed, 12, length - 4);
        ByteBuffer.wrap(packed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(12 + length - 4, (int) checksum.getValue());
    }

    private static MailSource open(byte[] packed) throws IOException {
        return MailSource.of("list", new ByteArrayInputStream(packed), packed.length);
    }

    private static List<String> drain(MailSource source) throws IOException {
        var texts = new ArrayList<String>();
        drainTo(texts, source);
        return texts;
    }

    private static void drainTo(List<String> texts, MailSource source) throws IOException {
        for (var next = source.next(); next != null; next = source.next()) {
            texts.add(new String(((Raw) next).bytes(), StandardCharsets.UTF_8));
        }
    }

    /** Bodies at random, so that packing leaves enough to damage. */
    private static List<String> mails() {
        var random = new Random(3);
        var mails = new ArrayList<String>();
        for (int number = 0; number < COUNT; number++) {
            var body = new StringBuilder("Subject: " + number + "\n\n");
            for (int line = 0; line < 40; line++) {
                body.append(Long.toHexString(random.nextLong())).append('\n');
            }
            mails.add(body.toString());
        }
        return mails;
    }

    private static byte[] mbox() {
        var mbox = new StringBuilder();
        for (var mail : MAILS) {
            mbox.append("From a\n").append(mail).append('\n');
        }
        return mbox.toString().getBytes(StandardCharsets.UTF_8);
    }
}
