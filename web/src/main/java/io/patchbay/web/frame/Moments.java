package io.patchbay.web.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Moments as people read them, in UTC (web-ui.md §1). */
public final class Moments {

    private Moments() {}

    /** For lists: {@code 2026-04-07}. */
    public static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    /** For one mail: {@code April 7, 2026, 7:32 a.m. UTC}. */
    public static String full(Instant moment) {
        var time = ZonedDateTime.ofInstant(moment, ZoneOffset.UTC);
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " "
                + time.getDayOfMonth()
                + ", "
                + time.getYear()
                + ", "
                + hour
                + (time.getMinute() < 10 ? ":0" : ":")
                + time.getMinute()
                + (time.getHour() < 12 ? " a.m. UTC" : " p.m. UTC");
    }
}
