package io.patchbay.acceptance.fidelity;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How a commit is mailed.
 *
 * @param charset what the message is written in
 * @param declared what the mail says it is in; null if it says nothing
 * @param lineEnds of the body before it is encoded
 * @param recoded whether a program has made the charset of the message of a diff that was in UTF-8
 * @param multipart whether the body is a part
 * @param spelling of the names of header fields
 * @param attachedAs the type of an attachment that holds the patch, to somebody else's mail; null
 *     if the patch is the mail
 */
record MailForm(
        Charset charset,
        @Nullable String declared,
        Transfer transfer,
        LineEnds lineEnds,
        boolean recoded,
        boolean multipart,
        Door door,
        UnaryOperator<String> spelling,
        @Nullable String attachedAs) {

    enum Transfer {
        EIGHT_BIT,
        QUOTED_PRINTABLE,
        BASE64;

        String text() {
            return this == EIGHT_BIT ? "8bit" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum LineEnds {
        /** Of the message and the diff as git writes it. */
        LF,
        /** Each of them, as some list servers encode. */
        CRLF
    }

    /** The way into the tracker. */
    enum Door {
        LMTP,
        ARCHIVE
    }

    static final MailForm PLAIN =
            new MailForm(
                    UTF_8,
                    "utf-8",
                    Transfer.EIGHT_BIT,
                    LineEnds.LF,
                    false,
                    false,
                    Door.LMTP,
                    name -> name,
                    null);

    /** Written in a charset and saying so. */
    MailForm in(String charset) {
        return in(Charset.forName(charset), charset);
    }

    MailForm in(Charset charset, @Nullable String declared) {
        return new MailForm(
                charset,
                declared,
                transfer,
                lineEnds,
                recoded,
                multipart,
                door,
                spelling,
                attachedAs);
    }

    MailForm with(Transfer transfer) {
        return new MailForm(
                charset,
                declared,
                transfer,
                lineEnds,
                recoded,
                multipart,
                door,
                spelling,
                attachedAs);
    }

    MailForm with(LineEnds lineEnds) {
        return new MailForm(
                charset,
                declared,
                transfer,
                lineEnds,
                recoded,
                multipart,
                door,
                spelling,
                attachedAs);
    }

    MailForm with(Door door) {
        return new MailForm(
                charset,
                declared,
                transfer,
                lineEnds,
                recoded,
                multipart,
                door,
                spelling,
                attachedAs);
    }

    MailForm recodedOnItsWay() {
        return new MailForm(
                charset, declared, transfer, lineEnds, true, multipart, door, spelling, attachedAs);
    }

    MailForm asPart() {
        return new MailForm(
                charset, declared, transfer, lineEnds, recoded, true, door, spelling, attachedAs);
    }

    MailForm spelt(UnaryOperator<String> spelling) {
        return new MailForm(
                charset,
                declared,
                transfer,
                lineEnds,
                recoded,
                multipart,
                door,
                spelling,
                attachedAs);
    }

    MailForm attachedAs(String type) {
        return new MailForm(
                charset, declared, transfer, lineEnds, recoded, multipart, door, spelling, type);
    }
}
