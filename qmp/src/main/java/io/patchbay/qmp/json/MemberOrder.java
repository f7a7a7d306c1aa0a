package io.patchbay.qmp.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which QEMU prints the members of an object: by the bucket of a hash table of 512,
 * inside a bucket the latest first (spec §3.4). Following it makes our lines equal QEMU's byte for
 * byte.
 */
public final class MemberOrder {

    private static final int BUCKETS = 512;

    private MemberOrder() {}

    /** The positions of an object's members in printing order. */
    public static int[] of(JsonObject object) {
        int size = object.size();
        var ranks = new long[size];
        for (int at = 0; at < size; at++) {
            ranks[at] = (long) bucket(object.key(at)) << 32 | (size - 1 - at);
        }
        Arrays.sort(ranks);
        var order = new int[size];
        for (int rank = 0; rank < size; rank++) {
            order[rank] = size - 1 - (int) ranks[rank];
        }
        return order;
    }

    /**
     * Things that carry a member name, given in the order they would be added, in printing order.
     */
    public static <T> List<T> sorted(List<T> members, Function<T, String> name) {
        return members.reversed().stream()
                .sorted(Comparator.comparingInt(member -> bucket(name.apply(member))))
                .toList();
    }

    static int bucket(String key) {
        byte[] bytes = modifiedUtf8(key);
        int hash = 0x238F13AF * bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            hash += (bytes[i] & 0xFF) << (i * 5 % 24);
        }
        return Integer.remainderUnsigned(1103515243 * hash + 12345, BUCKETS);
    }

    private static byte[] modifiedUtf8(String key) {
        if (key.indexOf('\0') < 0) {
            return key.getBytes(StandardCharsets.UTF_8);
        }
        var bytes = new ByteArrayOutputStream();
        for (int at = 0, point; at < key.length(); at += Character.charCount(point)) {
            point = key.codePointAt(at);
            if (point == 0) {
                bytes.write(0xC0);
                bytes.write(0x80);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
