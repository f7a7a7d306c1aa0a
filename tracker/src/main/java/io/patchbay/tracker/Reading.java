package io.patchbay.tracker;

import io.patchbay.tracker.accounts.AuditTrail;
import io.patchbay.tracker.accounts.Users;
import io.patchbay.tracker.mails.KeptMails;
import io.patchbay.tracker.mails.ListMirrors;
import io.patchbay.tracker.reading.Archive;
import io.patchbay.tracker.reading.Bundles;
import io.patchbay.tracker.reading.Checks;
import io.patchbay.tracker.reading.Comments;
import io.patchbay.tracker.reading.Covers;
import io.patchbay.tracker.reading.Events;
import io.patchbay.tracker.reading.Patches;
import io.patchbay.tracker.reading.People;
import io.patchbay.tracker.reading.Projects;
import io.patchbay.tracker.reading.SeriesList;
import io.patchbay.tracker.versions.VersionLinks;

/** Everything that can be asked, by the noun it is about. */
public interface Reading {

    Projects projects();

    People people();

    Users users();

    Patches patches();

    Covers covers();

    SeriesList series();

    Comments comments();

    Checks checks();

    Bundles bundles();

    Events events();

    AuditTrail audit();

    KeptMails keptMails();

    Archive archive();

    ListMirrors mirrors();

    VersionLinks versionLinks();
}
