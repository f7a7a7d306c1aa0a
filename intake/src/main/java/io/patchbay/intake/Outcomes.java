package io.patchbay.intake;

import io.patchbay.tracker.filing.Filed;

/**
 * How many mails became what.
 *
 * @param unknownList those of the dropped ones that no project has the list of
 */
public record Outcomes(
        int covers,
        int patches,
        int comments,
        int duplicates,
        int dropped,
        int unknownList,
        int errors) {

    public static final Outcomes NONE = new Outcomes(0, 0, 0, 0, 0, 0, 0);

    static final Outcomes ERROR = new Outcomes(0, 0, 0, 0, 0, 0, 1);

    static Outcomes of(Filed filed) {
        return switch (filed) {
            case Filed.AsCover _ -> new Outcomes(1, 0, 0, 0, 0, 0, 0);
            case Filed.AsPatch _ -> new Outcomes(0, 1, 0, 0, 0, 0, 0);
            case Filed.AsComment _ -> new Outcomes(0, 0, 1, 0, 0, 0, 0);
            case Filed.Duplicate _ -> new Outcomes(0, 0, 0, 1, 0, 0, 0);
            case Filed.Unwanted(var reason) ->
                    new Outcomes(0, 0, 0, 0, 1, reason == Filed.Reason.UNKNOWN_LIST ? 1 : 0, 0);
            case Filed.Broken _ -> ERROR;
        };
    }

    public Outcomes plus(Outcomes more) {
        return new Outcomes(
                covers + more.covers,
                patches + more.patches,
                comments + more.comments,
                duplicates + more.duplicates,
                dropped + more.dropped,
                unknownList + more.unknownList,
                errors + more.errors);
    }

    public int total() {
        return covers + patches + comments + duplicates + dropped + errors;
    }

    /** How many were not here before. */
    public int added() {
        return covers + patches + comments;
    }
}
