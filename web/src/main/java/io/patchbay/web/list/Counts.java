package io.patchbay.web.list;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;

import io.patchbay.tracker.model.CheckState;
import io.patchbay.tracker.model.Tag;
import io.patchbay.tracker.reading.Patches.Tally;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some numbers side by side, with a hyphen for zero.
 *
 * @param openings the tag before each number that is not zero
 */
record Counts(int[] numbers, List<String> openings) implements HtmlContent {

    private static final List<String> CHECKS =
            List.of("<b class=\"s\">", "<b class=\"w\">", "<b class=\"f\">");

    /** What the three numbers of checks are. */
    public static final String TITLE_OF_CHECKS =
            Stream.of(CheckState.SUCCESS, CheckState.WARNING, CheckState.FAIL)
                    .map(CheckState::label)
                    .collect(Collectors.joining(" / ", "Checks: ", ""));

    /** How many checks succeeded, warned and failed. */
    public static Counts ofChecks(Tally tally) {
        return new Counts(new int[] {tally.success(), tally.warning(), tally.fail()}, CHECKS);
    }

    static Counts ofTags(Tally tally, List<Tag> tags) {
        var numbers =
                tags.stream().mapToInt(tag -> tally.tags().getOrDefault(tag.id(), 0)).toArray();
        return new Counts(numbers, Collections.nCopies(numbers.length, "<b>"));
    }

    @Override
    public void writeTo(HtmlTemplateOutput html) {
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                html.writeContent(" ");
            }
            if (numbers[i] == 0) {
                html.writeContent("-");
            } else {
                html.writeContent(openings.get(i));
                html.writeUserContent(numbers[i]);
                html.writeContent("</b>");
            }
        }
    }
}
