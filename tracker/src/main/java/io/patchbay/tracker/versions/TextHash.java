package io.patchbay.tracker.versions;

/** FNV-1a of 64 bits over the characters of a text, its bits mixed at the end. */
final class TextHash {

    static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private TextHash() {}

    static long of(CharSequence text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = with(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    static long with(long hash, char character) {
        return (hash ^ character) * PRIME;
    }

    /**
     * FNV leaves the high bits of short texts alike (Stafford's variant 13 of a 64-bit finalizer).
     */
    static long mixed(long hash) {
        long h = hash;
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }
}
