package io.patchbay.store.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.store.StoreContract;
import io.patchbay.tracker.Receipts.Receipt;
import io.patchbay.tracker.accounts.Accounts.NewUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

final class ReceiptsTest extends StoreContract {

    private static final Receipt RECEIPT = new Receipt("hash", 7);

    private long tom;

    @BeforeEach
    void addTom() {
        tom = user("tom");
    }

    @Test
    void aReceiptIsFoundByItsUserAndKey() {
        long ann = user("ann");

        change(writing -> writing.receipts().keep(tom, "run-1", RECEIPT));

        assertThat(receipt(tom, "run-1")).hasValue(RECEIPT);
        assertThat(receipt(tom, "RUN-1")).isEmpty();
        assertThat(receipt(ann, "run-1")).isEmpty();
    }

    @Test
    void afterADayItIsForgottenAndItsKeyCanBeUsedAgain() {
        change(writing -> writing.receipts().keep(tom, "run-1", RECEIPT));

        clock.advance(Duration.ofDays(1));

        assertThat(receipt(tom, "run-1")).isEmpty();
        change(writing -> writing.receipts().keep(tom, "run-1", new Receipt("other", 8)));
        assertThat(receipt(tom, "run-1")).hasValue(new Receipt("other", 8));
    }

    private long user(String name) {
        return write(writing ->
                writing.accounts()
                        .add(new NewUser(name, "", "", "", name + "@example.org", true, false)));
    }

    private Optional<Receipt> receipt(long userId, String key) {
        return write(writing -> writing.receipts().of(userId, key));
    }
}
