package io.patchbay.qmp;

import io.patchbay.qmp.schema.Name;

import java.util.List;

/** The first message of a session. */
record Greeting(@Name("QMP") Hello hello) {

    record Hello(Version version, List<Capability> capabilities) {}

    static Greeting of(Version version, List<Capability> capabilities) {
        return new Greeting(new Hello(version, capabilities));
    }
}
