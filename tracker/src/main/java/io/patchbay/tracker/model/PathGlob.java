package io.patchbay.tracker.model;

/** A shell pattern for whole file names in which {@code *} also stands for slashes. */
public record PathGlob(String glob) {

    public boolean matches(String path) {
        int inGlob = 0;
        int inPath = 0;
        int star = -1;
        int starTakesTo = 0;
        while (inPath < path.length()) {
            if (inGlob < glob.length() && glob.charAt(inGlob) == '*') {
                star = inGlob++;
                starTakesTo = inPath;
                continue;
            }
            int behind = behindMatch(inGlob, path.charAt(inPath));
            if (behind >= 0) {
                inGlob = behind;
                inPath++;
            } else if (star >= 0) {
                inGlob = star + 1;
                inPath = ++starTakesTo;
            } else {
                return false;
            }
        }
        while (inGlob < glob.length() && glob.charAt(inGlob) == '*') {
            inGlob++;
        }
        return inGlob == glob.length();
    }

    /** Where the glob goes on if its next piece takes the character, else -1. */
    private int behindMatch(int at, char character) {
        if (at == glob.length()) {
            return -1;
        }
        char piece = glob.charAt(at);
        int end = piece == '[' ? endOfSet(at) : -1;
        if (end >= 0) {
            return setTakes(at + 1, end, character) ? end + 1 : -1;
        }
        return piece == '?' || piece == character ? at + 1 : -1;
    }

    /** A bracket right behind the opening one stands for itself; a set without end is no set. */
    private int endOfSet(int start) {
        boolean negated = start + 1 < glob.length() && glob.charAt(start + 1) == '!';
        return glob.indexOf(']', start + (negated ? 3 : 2));
    }

    private boolean setTakes(int start, int end, char character) {
        boolean negated = glob.charAt(start) == '!';
        boolean found = false;
        for (int at = negated ? start + 1 : start; at < end && !found; at++) {
            if (at + 2 < end && glob.charAt(at + 1) == '-') {
                found = glob.charAt(at) <= character && character <= glob.charAt(at + 2);
                at += 2;
            } else {
                found = glob.charAt(at) == character;
            }
        }
        return found != negated;
    }
}
