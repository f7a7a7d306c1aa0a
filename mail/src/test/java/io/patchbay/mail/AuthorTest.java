package io.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTest {

    private static final String LIST = "list@lists.example.org";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann Lee <ann@example.org>|Ann Lee|ann@example.org",
                "\"Lee, Ann\" <ann@example.org>|Lee, Ann|ann@example.org",
                "\"Ann\"<ann@example.org>|Ann|ann@example.org",
                "<ann@example.org>|``|ann@example.org",
                "ann@example.org|NULL|ann@example.org",
                "ann at example.org (Ann Lee)|Ann Lee|ann@example.org",
                "ann@example.org (Ann Lee)|Ann Lee|ann@example.org",
                "Ann <> <ann@example.org>|Ann <>|ann@example.org",
                "Ann <ann@example.org> trailing|Ann|ann@example.org",
                "Ann < ann@example.org >|Ann|ann@example.org",
                "=?utf-8?q?Zo=C3=AB?= <zoe@example.org>|Zoë|zoe@example.org",
            })
    void nameAndAddressAreToldApart(String from, String name, String email) {
        var author = Samples.withHeaders("From: " + from).author(LIST);

        assertThat(author).contains(new Author(name.equals("NULL") ? null : name, email));
    }

    @Test
    void everySignThatAnAddressMayHaveIsAccepted() {
        var address = "a!#$%&\"*+/=?^_`{|}~-b.ö@mail.example.org";

        var author = Samples.withHeaders("From: <%s>".formatted(address)).author(LIST);

        assertThat(author).contains(new Author("", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a²@example.org", "Ⅷ.①@example.org", "𐐷@example.org"})
    void numbersAndLettersOfAnyKindAreAccepted(String address) {
        assertThat(Samples.withHeaders("From: " + address).author(LIST))
                .contains(new Author(null, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann",
                "Ann <ann>",
                "Ann <ann@>",
                "Ann <@example.org>",
                "Ann <an n@example.org>",
                "Ann <ann@exa mple.org>",
                "Ann <ann@example.org,bo@example.org>",
                "Ann <>",
                "undisclosed-recipients:;",
                "",
            })
    void whatIsNoAddressIsNoAuthor(String from) {
        assertThat(Samples.withHeaders("From: " + from).author(LIST)).isEmpty();
    }

    /** Better than Patchwork, which refuses such mails: an address is a label. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ann@bücher.example|ann@bücher.example",
                "\"ann lee\"@example.org|\"ann lee\"@example.org",
                "\"a@b, c\"@example.org|\"a@b, c\"@example.org",
                "<ann@example.org>|ann@example.org",
                "mailto:ann@example.org|ann@example.org",
                "@relay.example,@other.example:ann@example.org|ann@example.org",
                "ann@example.org.|ann@example.org",
                "ann @ example.org|ann@example.org",
                "ann(at home)@example.org(there)|ann@example.org",
                "a..b@example.org|a..b@example.org",
                ".a@example.org|.a@example.org",
                "a.@example.org|a.@example.org",
                "ann@exa_mple.org|ann@exa_mple.org",
                "ann@-example.org|ann@-example.org",
                "ann@example-.org|ann@example-.org",
                "ann@[192.0.2.7]|ann@[192.0.2.7]",
                "ann@[IPv6:2001:db8::1]|ann@[IPv6:2001:db8::1]",
                "😀@example.org|😀@example.org",
                "a\u0301@example.org|a\u0301@example.org",
                "ann@b@example.org|ann@b@example.org",
            })
    void anAddressNeedsNotBeOneThatMailCanBeSentTo(String written, String address) {
        assertThat(Samples.withHeaders("From: Ann <%s>".formatted(written)).author(LIST))
                .contains(new Author("Ann", address));
    }

    /** Better than Patchwork, which refuses such mails. */
    @ParameterizedTest
    @ValueSource(strings = {"ann.o'lee@example.org", "root@localhost", "a@b"})
    void apostrophesAndHostsWithoutADotAreAccepted(String address) {
        assertThat(Samples.withHeaders("From: Ann <%s>".formatted(address)).author(LIST))
                .contains(new Author("Ann", address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ann Lee <>|Sender: ann@example.org|Ann Lee|ann@example.org",
                "\"Ann Lee\" <>|Reply-To: Lee, A. <ann@example.org>|Ann Lee|ann@example.org",
                "Ann Lee|Return-Path: <ann@example.org>|Ann Lee|ann@example.org",
                "<>|Sender: Ann <ann@example.org>|Ann|ann@example.org",
            })
    void whoGivesNoAddressIsFoundByTheHeadersOfTheTransport(
            String from, String header, String name, String email) {
        var mail = Samples.withHeaders("From: %s\n%s".formatted(from, header));

        assertThat(mail.author(LIST)).contains(new Author(name, email));
    }

    @Test
    void theListIsWhoGivesNoAddressOnlyIfThereIsNobodyElse() {
        var headers = "From: Ann <>\nSender: list-bounces@lists.example.org\n";

        assertThat(Samples.withHeaders(headers + "Return-Path: <ann@example.org>").author(LIST))
                .contains(new Author("Ann", "ann@example.org"));
        assertThat(Samples.withHeaders(headers + "Return-Path: <>").author(LIST))
                .contains(new Author("Ann", "list-bounces@lists.example.org"));
    }

    @Test
    void nameAndAddressAreCutToWhatIsStored() {
        var mail =
                Samples.withHeaders(
                        "From: %s <%s@example.org>".formatted("N".repeat(300), "a".repeat(300)));

        assertThat(mail.author(LIST)).contains(new Author("N".repeat(255), "a".repeat(255)));
    }

    @Test
    void theFirstOfSeveralFromHeadersCounts() {
        var mail = Samples.withHeaders("From: Ann <ann@example.org>\nFrom: Bo <bo@example.org>");

        assertThat(mail.author(LIST)).contains(new Author("Ann", "ann@example.org"));
    }

    @Test
    void anUndecodableFromHeaderIsNoAuthor() {
        var mail = Samples.withHeaders("From: =?utf-8?b?a?= <ann@example.org>");

        assertThat(mail.author(LIST)).isEmpty();
    }
}
