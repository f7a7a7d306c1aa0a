package io.patchbay.acceptance.doors;

/**
 * What somebody asks for at a door.
 *
 * @param who a user; for one who may, or the operator where a door knows no others, {@link #ABLE}
 * @param field what shall become so, as the {@link RuleTable} calls it
 */
record Wish(String who, String field, String value) {

    /** The maintainer, who owns the bundles too. */
    static final String ABLE = "maintainer";
}
