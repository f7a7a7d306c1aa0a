package io.patchbay.intake;

import io.patchbay.tracker.Filing;
import io.patchbay.tracker.Store;

import java.time.Duration;
import java.time.InstantSource;

/** All that takes mail in, whatever door it comes through, and what watches over it. */
public final class Intake implements AutoCloseable {

    public static final Duration USUAL_KEEPING = Duration.ofDays(30);

    private final Filing filing;
    private final Gate gate = new Gate();
    private final IntakeMeter meter;
    private final Quarantine quarantine;
    private final Delivery delivery;
    private final Retention retention;

    /**
     * @param keep how long mails are kept that were not filed; zero keeps only the quarantine
     */
    public Intake(Store store, InstantSource clock, Duration keep) {
        filing = new Filing(store, clock);
        meter = new IntakeMeter(clock);
        quarantine = new Quarantine(store, filing);
        delivery = new Delivery(store, filing, gate, meter, keep);
        retention = new Retention(store, clock, keep);
    }

    public Filing filing() {
        return filing;
    }

    public Gate gate() {
        return gate;
    }

    public IntakeMeter meter() {
        return meter;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** Files what waits. */
    @Override
    public void close() {
        delivery.close();
        retention.close();
    }
}
