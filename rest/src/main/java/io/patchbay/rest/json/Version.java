package io.patchbay.rest.json;

/** A version of the API; the newest is also what is served without a version in the path. */
public enum Version {
    V1_0("1.0"),
    V1_1("1.1"),
    V1_2("1.2"),
    V1_3("1.3"),
    V1_4("1.4");

    public static final Version NEWEST = V1_4;

    private final String number;

    Version(String number) {
        this.number = number;
    }

    /** Such as {@code 1.2}. */
    public String number() {
        return number;
    }

    public boolean atLeast(Version other) {
        return compareTo(other) >= 0;
    }
}
