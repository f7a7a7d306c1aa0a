package io.patchbay.web.list;

import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.Series;
import io.patchbay.tracker.versions.KnownVersion;
import io.patchbay.web.frame.PageAddresses;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A version of a series in the list that its pages show.
 *
 * @param address null for the series whose page it is
 * @param comparison what changed between the two; null for the series whose page it is
 * @param isNewer whether it came after the one whose page it is
 */
public record OtherVersion(
        KnownVersion known,
        @Nullable String address,
        @Nullable String comparison,
        boolean isNewer) {

    /** The versions of a series, itself among them; empty if no other is known, or no series. */
    public static List<OtherVersion> of(@Nullable Series series, Reading reading) {
        var versions = new ArrayList<OtherVersion>();
        boolean isNewer = false;
        if (series != null) {
            long here = series.id();
            for (var known : reading.versionLinks().versionsOf(here)) {
                long other = known.series();
                if (other == here) {
                    versions.add(new OtherVersion(known, null, null, false));
                    isNewer = true;
                } else {
                    versions.add(
                            new OtherVersion(
                                    known,
                                    PageAddresses.series(series.project(), other),
                                    isNewer
                                            ? PageAddresses.comparison(here, other)
                                            : PageAddresses.comparison(other, here),
                                    isNewer));
                }
            }
        }
        return versions;
    }

    /** Null if none came after the one whose page it is. */
    public static @Nullable OtherVersion newest(List<OtherVersion> versions) {
        return versions.isEmpty() || !versions.getLast().isNewer ? null : versions.getLast();
    }

    public String name() {
        return "v" + known.version();
    }

    /** Such as "known by title"; for people who wonder why. */
    public String reason() {
        var source = known.source();
        return source == null ? "" : "linked to the version before by " + source.word();
    }
}
