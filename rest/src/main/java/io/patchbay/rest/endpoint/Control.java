package io.patchbay.rest.endpoint;

import java.util.List;

/**
 * What a person fills in.
 *
 * @param value as it is now
 * @param choices what can be picked; empty where text is typed
 * @param several whether it takes more than one value
 */
record Control(
        String label,
        String name,
        String value,
        String help,
        List<Choice> choices,
        boolean several) {

    /** One of the values to pick from. */
    public record Choice(String value, String label, boolean selected) {}

    /** A box to tick, which has a single choice. */
    static Control flag(String label, String name, boolean value, String help) {
        var choice = new Choice("true", "", value);
        return new Control(label, name, Boolean.toString(value), help, List.of(choice), false);
    }

    public boolean isFlag() {
        return choices.size() == 1 && choices.getFirst().label().isEmpty();
    }
}
