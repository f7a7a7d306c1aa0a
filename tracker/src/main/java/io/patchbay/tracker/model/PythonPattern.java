package io.patchbay.tracker.model;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in the words of Python, in which Patchwork's administrators wrote those of
 * projects and tags. Where Java says it otherwise it is said in Java's way: {@code [[]}, {@code
 * []a]}, {@code x{}, {@code (?P<name>…)}, {@code \Z}.
 */
public final class PythonPattern {

    private static final String GROUP = "(?P<";
    private static final String REFERENCE = "(?P=";

    private final String python;
    private final StringBuilder java = new StringBuilder();
    private int index;

    private PythonPattern(String python) {
        this.python = python;
    }

    /**
     * Looks for line starts and ends in every line and ignores case, as Patchwork does.
     *
     * @throws PatternSyntaxException if it is none
     */
    public static Pattern compile(String python) {
        return Pattern.compile(
                new PythonPattern(python).translated(),
                Pattern.MULTILINE
                        | Pattern.UNIX_LINES
                        | Pattern.CASE_INSENSITIVE
                        | Pattern.UNICODE_CASE
                        | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private String translated() {
        while (index < python.length()) {
            char character = python.charAt(index);
            if (character == '\\') {
                escape();
            } else if (character == '[') {
                set();
            } else if (character == '{') {
                brace();
            } else if (python.startsWith(GROUP, index)) {
                java.append("(?<").append(groupName(GROUP, '>')).append('>');
            } else if (python.startsWith(REFERENCE, index)) {
                java.append("\\k<").append(groupName(REFERENCE, ')')).append('>');
            } else {
                java.append(character);
                index++;
            }
        }
        return java.toString();
    }

    private void escape() {
        char escaped = index + 1 < python.length() ? python.charAt(index + 1) : 0;
        switch (escaped) {
            case 0 -> java.append('\\');
            case 'Z' -> java.append("\\z");
            case 'v' -> java.append("\\x0B");
            default -> java.append('\\').append(escaped);
        }
        index += 2;
    }

    /** In a set, a bracket that opens and a doubled ampersand mean nothing to Python. */
    private void set() {
        java.append('[');
        index++;
        if (python.startsWith("^", index)) {
            java.append('^');
            index++;
        }
        boolean first = true;
        while (index < python.length() && (first || python.charAt(index) != ']')) {
            char character = python.charAt(index);
            if (character == '\\') {
                escape();
            } else {
                java.append("[]&".indexOf(character) < 0 ? "" : "\\").append(character);
                index++;
            }
            first = false;
        }
        if (index < python.length()) {
            java.append(']');
            index++;
        }
    }

    /** What is no {@code {2}}, {@code {2,}}, {@code {,3}} or {@code {2,3}} is a mere brace. */
    private void brace() {
        int close = python.indexOf('}', index);
        var count = close < 0 ? "" : python.substring(index + 1, close);
        boolean isCount =
                count.length() > 0
                        && count.chars().allMatch(sign -> sign == ',' || isDigit(sign))
                        && count.indexOf(',') == count.lastIndexOf(',');
        java.append(isCount ? "{" : "\\{").append(isCount && count.startsWith(",") ? "0" : "");
        index++;
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    /** Java has no underscores in names of groups. */
    private String groupName(String opening, char closing) {
        int start = index + opening.length();
        int end = python.indexOf(closing, start);
        if (end < 0) {
            throw new PatternSyntaxException("a group's name does not end", python, index);
        }
        index = end + 1;
        return python.substring(start, end).replace("_", "x5F");
    }
}
