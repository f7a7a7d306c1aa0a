package io.patchbay.tracker.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.mail.header.MessageId;
import io.patchbay.tracker.filing.Dependencies.Target.OfMail;
import io.patchbay.tracker.filing.Dependencies.Target.OfSeries;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class DependenciesTest {

    @Test
    void aMessageIdNamesASeries() {
        var targets =
                Dependencies.in("Why.\n\ndepends-on: <base@example.com> \nSigned-off-by: Ada");

        assertThat(targets).isEqualTo(List.of(new OfMail(new MessageId("<base@example.com>"))));
    }

    @Test
    void theAddressOfAListOfASeriesNamesIt() {
        var targets =
                Dependencies.in(
                        """
                        Depends-on: https://patches.example.org/project/harbor/list/?series=17
                        Depends-on: http://other.example.org/project/harbor/list/?state=1&series=18
                        """);

        assertThat(targets).isEqualTo(List.of(new OfSeries(17), new OfSeries(18)));
    }

    @Test
    void theAddressOfAPatchNamesItsSeries() {
        var targets =
                Dependencies.in(
                        "Depends-on: https://patches.example.org/project/harbor/patch/a-1@example.com/");

        assertThat(targets).isEqualTo(List.of(new OfMail(new MessageId("<a-1@example.com>"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Depends-on: <base@example.com>",
                "Depends-on:<base@example.com>",
                "Depends-on: <base@example.com> and more",
                "Depends-on: base@example.com",
                "Depends-on: https://patches.example.org/",
                "Depends-on: https://patches.example.org/project/harbor/list/",
                "Depends-on: https://patches.example.org/project/harbor/list/?series=",
                "Depends-on: https://patches.example.org/project/harbor/list/?series=x",
                "Depends-on: https://patches.example.org/project/harbor/patch/a@example.com/raw",
                "Depends-on: https://patches.example.org/project/harbor/list/?series=1 or so",
                "Depends-on: ",
                ""
            })
    void anythingElseNamesNothing(String content) {
        assertThat(Dependencies.in(content)).isEmpty();
    }
}
