package io.patchbay.acceptance;

import io.patchbay.intake.source.Arrival;
import io.patchbay.intake.source.MailSource;
import io.patchbay.mail.Mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The mails of an mbox or of a single file. */
final class Archive {

    private Archive() {}

    /** As an archive keeps them. */
    static List<Mail> read(Path file) throws IOException {
        return read(file, Mail::readArchived);
    }

    /** As a mail server hands them over. */
    static List<Mail> readDelivered(Path file) throws IOException {
        return read(file, Mail::read);
    }

    private static List<Mail> read(Path file, Function<byte[], Mail> reader) throws IOException {
        var mails = new ArrayList<Mail>();
        try (var source = MailSource.open(file)) {
            for (var next = source.next(); next != null; next = source.next()) {
                switch (next) {
                    case Arrival.Raw raw -> mails.add(reader.apply(raw.bytes()));
                    case Arrival.Refused(var origin, var reason) ->
                            throw new IOException(origin + ": " + reason);
                }
            }
        }
        return mails;
    }
}
