package io.patchbay.store.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class BookmarksTest extends StoreContract {

    @Test
    void aPlaceThatWasNeverReadHasNone() {
        assertThat(at("/lists/harbor/git/0.git")).isEmpty();
    }

    @Test
    void thePositionPutLastIsTheOne() {
        change(writing -> writing.bookmarks().put("/lists/harbor", "one"));
        change(writing -> writing.bookmarks().put("/lists/tide", "other"));
        change(writing -> writing.bookmarks().put("/lists/harbor", "two"));

        assertThat(at("/lists/harbor")).hasValue("two");
        assertThat(at("/lists/tide")).hasValue("other");
    }

    @Test
    void aRemovedOneIsForgotten() {
        change(writing -> writing.bookmarks().put("/lists/harbor", "one"));
        change(writing -> writing.bookmarks().remove("/lists/harbor"));

        assertThat(at("/lists/harbor")).isEmpty();
    }

    private Optional<String> at(String place) {
        return write(writing -> writing.bookmarks().at(place));
    }
}
