package io.patchbay.tracker.versions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A series as far as it tells of which others it is a version. */
public final class VersionFacts {

    /** Who sent it; a user may have several addresses. */
    public record Submitter(long person, @Nullable Long user, @Nullable String name) {

        boolean isSame(Submitter other) {
            return person == other.person
                    || user != null && user.equals(other.user)
                    || name != null && !name.isBlank() && name.equalsIgnoreCase(other.name);
        }
    }

    /** A patch or cover letter. */
    public record Member(
            String msgid,
            String name,
            Instant date,
            @Nullable Integer number,
            @Nullable String hash,
            Sample lines,
            Sample files) {

        public static Member cover(String msgid, String name, Instant date) {
            return new Member(msgid, name, date, null, null, Sample.NONE, Sample.NONE);
        }
    }

    private final long id;
    private final long project;
    private final Submitter submitter;
    private final Instant date;
    private final String firstMail;
    private final int version;
    private final Title title;
    private final Set<String> members = new HashSet<>();
    private final Set<String> patchTitles = new HashSet<>();
    private final Set<String> hashes = new HashSet<>();
    private final Set<Long> titleKeys = new HashSet<>();
    private final Sample lines;
    private final Sample files;
    private final List<Claim> claims;
    private final Set<String> changeIds;
    private final Set<String> neededChangeIds;

    /**
     * @param version what the series was opened as
     * @param opened when the mail that opened the series was written
     * @param cover null if there is none
     * @param patches in their order
     * @param claims of all its mails
     */
    public VersionFacts(
            long id,
            long project,
            Submitter submitter,
            int version,
            Instant opened,
            @Nullable Member cover,
            List<Member> patches,
            Collection<Claim> claims) {
        this.id = id;
        this.project = project;
        this.submitter = submitter;
        var mails = new ArrayList<Member>(patches.size() + 1);
        if (cover != null) {
            mails.add(cover);
        }
        mails.addAll(patches);
        var titles = new ArrayList<Title>(mails.size());
        var earliest = mails.isEmpty() ? opened : mails.getFirst().date();
        for (var mail : mails) {
            members.add(mail.msgid());
            var each = Title.of(mail.name());
            titles.add(each);
            addKeys(project, each, titleKeys);
            if (mail != cover && !each.text().isEmpty()) {
                patchTitles.add(each.text());
            }
            if (mail.hash() != null) {
                hashes.add(mail.hash());
            }
            earliest = mail.date().isBefore(earliest) ? mail.date() : earliest;
        }
        date = earliest;
        var ofPatches = titles.subList(mails.size() - patches.size(), mails.size());
        this.version = versionOf(titles, ofPatches, version);
        firstMail = firstMail(mails, titles, this.version);
        title = titles.isEmpty() ? Title.of("") : titles.getFirst();
        lines = Sample.union(patches.stream().map(Member::lines).toList());
        files = Sample.union(patches.stream().map(Member::files).toList());
        this.claims = claims.stream().filter(claim -> !members.contains(claim.value())).toList();
        changeIds = valuesOf(Claim.Kind.CHANGE_ID);
        neededChangeIds = valuesOf(Claim.Kind.NEEDS_CHANGE_ID);
    }

    /** That of the cover letter if it names one, else of the first patch. */
    private static int versionOf(List<Title> all, List<Title> ofPatches, int otherwise) {
        var named = all.isEmpty() ? null : all.getFirst().version();
        if (named == null && !ofPatches.isEmpty()) {
            named = ofPatches.getFirst().version();
        }
        return named == null ? otherwise : named;
    }

    /** Of the cover letter, or of the first patch if only that names the version. */
    private static String firstMail(List<Member> mails, List<Title> titles, int version) {
        for (int i = 0; i < mails.size(); i++) {
            var named = titles.get(i).version();
            if ((named == null ? 1 : named) == version) {
                return mails.get(i).msgid();
            }
        }
        return mails.isEmpty() ? "" : mails.getFirst().msgid();
    }

    private Set<String> valuesOf(Claim.Kind kind) {
        return claims.stream()
                .filter(claim -> claim.kind() == kind)
                .map(Claim::value)
                .collect(Collectors.toSet());
    }

    public long id() {
        return id;
    }

    public long project() {
        return project;
    }

    public Submitter submitter() {
        return submitter;
    }

    /** Of its earliest mail. */
    public Instant date() {
        return date;
    }

    /** The Message-ID by which people name the series. */
    public String firstMail() {
        return firstMail;
    }

    public int version() {
        return version;
    }

    Title title() {
        return title;
    }

    /** The Message-IDs of its mails as stored. */
    public Set<String> members() {
        return members;
    }

    public Set<String> hashes() {
        return hashes;
    }

    public List<Claim> claims() {
        return claims;
    }

    public Set<String> changeIds() {
        return changeIds;
    }

    Set<String> neededChangeIds() {
        return neededChangeIds;
    }

    Set<String> patchTitles() {
        return patchTitles;
    }

    Sample lines() {
        return lines;
    }

    Sample files() {
        return files;
    }

    /** Under which its titles are looked up; equal titles have equal keys. */
    public Set<Long> titleKeys() {
        return titleKeys;
    }

    /** Those of a mail with this subject. */
    public static Set<Long> titleKeys(long project, String name) {
        var keys = new HashSet<Long>();
        addKeys(project, Title.of(name), keys);
        return keys;
    }

    private static void addKeys(long project, Title title, Set<Long> keys) {
        if (!title.subject().isEmpty()) {
            keys.add(TextHash.of(project + " " + title.subject()));
        }
        if (title.before() != null) {
            keys.add(TextHash.of(project + " " + title.before()));
        }
    }

    /** How much later this one is; negative if it is the earlier one. */
    Duration since(VersionFacts other) {
        return Duration.between(other.date, date);
    }

    @Override
    public String toString() {
        return "series %d, v%d: %s".formatted(id, version, title.text());
    }
}
