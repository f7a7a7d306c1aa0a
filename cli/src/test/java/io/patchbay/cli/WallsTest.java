package io.patchbay.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walls that module dependencies alone do not hold, because a library is on many class paths. */
class WallsTest {

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.patchbay");
    }

    @Test
    void onlyTheCellarSpeaksSql() {
        noClasses()
                .that(not(resideInAnyPackage("io.patchbay.store..")).as("are not of the store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.sqlite..",
                        "org.postgresql..",
                        "com.zaxxer..",
                        "org.flywaydb..")
                .check(house);
    }

    @Test
    void onlyTheHallwayKnowsJetty() {
        noClasses()
                .that(not(resideInAnyPackage("io.patchbay.http..")).as("are not of http"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(house);
    }

    @Test
    void onlyNotifySpeaksSmtp() {
        noClasses()
                .that(not(resideInAnyPackage("io.patchbay.notify..")).as("are not of post"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(house);
    }

    @Test
    void theDeskKnowsNothingOfDoorsAndWindows() {
        noClasses()
                .that()
                .resideInAnyPackage("io.patchbay.tracker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.patchbay.http..",
                        "io.patchbay.store..",
                        "io.patchbay.intake..",
                        "io.patchbay.rest..",
                        "io.patchbay.web..",
                        "io.patchbay.xmlrpc..",
                        "io.patchbay.notify..",
                        "io.patchbay.qmp..",
                        "tools.jackson..",
                        "java.net.http..")
                .check(house);
    }

    @Test
    void theReaderKnowsNothingOfOursButDiffs() {
        knowsNothingOfOursBut("io.patchbay.mail..", "io.patchbay.diff..");
    }

    @Test
    void aParsedDiffKnowsNothingOfOurs() {
        knowsNothingOfOursBut("io.patchbay.diff..");
    }

    private static void knowsNothingOfOursBut(String room, String... known) {
        noClasses()
                .that()
                .resideInAnyPackage(room)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.patchbay..")
                                .and(not(resideInAnyPackage(room)))
                                .and(not(resideInAnyPackage(known))))
                .check(house);
    }

    @Test
    void windowsNeverSeeEachOther() {
        noWindowSees("rest", "web", "xmlrpc");
        noWindowSees("web", "rest", "xmlrpc");
        noWindowSees("xmlrpc", "rest", "web");
    }

    private static void noWindowSees(String window, String first, String second) {
        noClasses()
                .that()
                .resideInAnyPackage("io.patchbay." + window + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.patchbay." + first + "..",
                        "io.patchbay." + second + "..",
                        "io.patchbay.store..")
                .check(house);
    }

    @Test
    void namesSayTheThing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|Processor|Service)")
                .check(house);
    }
}
