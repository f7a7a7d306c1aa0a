package io.patchbay.patches;

/** Everything that can be asked, by the noun it is about. */
public interface Reading {

    Projects projects();

    People people();

    Users users();

    Patches patches();

    Covers covers();

    SeriesShelf series();

    Comments comments();

    Checks checks();

    Bundles bundles();

    Events events();

    AuditTrail audit();

    KeptMails keptMails();
}
