package io.patchbay.acceptance.fidelity;

import java.util.List;
import java.util.stream.Stream;

/** All that is mailed, kind by kind. A new kind is a class beside these and a line here. */
final class Kinds {

    private Kinds() {}

    static List<SentSeries> all() {
        return Stream.of(
                        EnvelopeLines.all(),
                        CarriageReturns.all(),
                        ForeignBytes.all(),
                        CutMessages.all(),
                        AttachedPatches.all(),
                        ProseLikeDiffs.all(),
                        BinaryFiles.all(),
                        HeaderSpellings.all(),
                        AnsweredPatches.all())
                .flatMap(List::stream)
                .toList();
    }
}
