package io.patchbay.diff.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.patchbay.diff.ParsedDiff;

import java.io.IOException;

/** Tells what a diff does to each file, and what stands at line 2 of it now. */
final class Summary {

    public static void main(String[] arguments) throws IOException {
        System.out.print(of(new String(System.in.readAllBytes(), UTF_8)));
    }

    static String of(String text) {
        var summary = new StringBuilder();
        var diff = ParsedDiff.of(text);
        for (var file : diff.files()) {
            summary.append(
                    "%s %s +%d -%d%n"
                            .formatted(file.status(), file.path(), file.added(), file.removed()));
            for (var hunk : file.hunks()) {
                summary.append(
                        "  from line %d: %s%n".formatted(hunk.header().newStart(), hunk.section()));
            }
            var second = file.newLine(2);
            if (second != null) {
                summary.append("  line 2: %s%n".formatted(second.contentIn(diff)));
            }
        }
        return summary.toString();
    }
}
