package io.patchbay.qmp.json;

/** A member name made ready for printing, for objects whose members are known beforehand. */
public final class Key {

    private final String name;
    final byte[] printed;

    public Key(String name) {
        this.name = name;
        var out = new JsonOutput(false);
        out.text(name);
        out.raw(':');
        out.raw(' ');
        this.printed = out.toBytes();
    }

    public String name() {
        return name;
    }
}
