package io.patchbay.qmp.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.qmp.CloseAction;
import io.patchbay.qmp.MonitorOptions;
import io.patchbay.qmp.chardev.Address;
import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.SocketOptions;
import io.patchbay.qmp.standalone.ChardevOption.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the options of the command line mean (spec §9). */
class CommandLineTest {

    @Test
    void theHarnessIsUnderstood() {
        var launch =
                parse(
                        "-display none -vga none -chardev socket,id=mon,fd=7 -mon chardev=mon,mode=control -machine none -nodefaults");

        assertThat(launch.plugs().chardevs())
                .extracting(StartOptions.Given::value)
                .containsExactly(new ChardevOption("mon", new Source.Inherited(7), false));
        assertThat(launch.plugs().monitors())
                .extracting(StartOptions.Given::value)
                .containsExactly(MonitorOptions.on("mon"));
        assertThat(launch.paused()).isFalse();
    }

    @Test
    void aServerSocketWaitsForItsClientUnlessToldNotTo() {
        var backend = Backend.unixServer(Path.of("/run/a,b.sock"));

        assertThat(chardev("socket,id=c,path=/run/a,,b.sock,server=on,wait=off"))
                .isEqualTo(new ChardevOption("c", new Source.Open(backend), false));
        assertThat(chardev("socket,id=c,path=/run/a,,b.sock,server"))
                .isEqualTo(new ChardevOption("c", new Source.Open(backend), true));
        assertThat(chardev("socket,id=c,path=/run/a,,b.sock,server,nowait"))
                .isEqualTo(new ChardevOption("c", new Source.Open(backend), false));
    }

    @Test
    void aSocketWithoutServerConnects() {
        var client =
                new Backend.Socket(
                        SocketOptions.client(Address.inet("127.0.0.1", "4444"), Optional.of(2L)));

        assertThat(chardev("socket,id=c,host=127.0.0.1,port=4444,reconnect=2"))
                .isEqualTo(new ChardevOption("c", new Source.Open(client), false));
    }

    @Test
    void shortFormsMakeAChardevAndAMonitorOfOneName() {
        var launch = parse("-qmp unix:/run/q.sock,server,nowait --qmp-pretty tcp:::1:4444");

        assertThat(launch.plugs().chardevs())
                .extracting(given -> given.value().id())
                .containsExactly("compat_monitor0", "compat_monitor1");
        assertThat(launch.plugs().chardevs().getFirst().value().source())
                .isEqualTo(new Source.Open(Backend.unixServer(Path.of("/run/q.sock"))));
        assertThat(launch.plugs().chardevs().getLast().value().source())
                .isEqualTo(
                        new Source.Open(
                                new Backend.Socket(
                                        SocketOptions.client(
                                                Address.inet("::1", "4444"), Optional.empty()))));
        assertThat(launch.plugs().monitors())
                .extracting(StartOptions.Given::value)
                .containsExactly(
                        MonitorOptions.on("compat_monitor0").named("compat_monitor0"),
                        MonitorOptions.on("compat_monitor1").named("compat_monitor1").pretty(true));
    }

    @Test
    void monitorsAsObjects() {
        var launch = parse("-object monitor-qmp,id=m,chardev=c,pretty=on,close-action=delete");

        assertThat(launch.plugs().monitors())
                .extracting(StartOptions.Given::value)
                .containsExactly(
                        MonitorOptions.on("c")
                                .named("m")
                                .pretty(true)
                                .whenClosed(CloseAction.DELETE));
    }

    @Test
    void theRest() {
        var launch =
                parse(
                        "-S -name guest=foo,debug-threads=on -uuid 12345678-9abc-def0-1234-56789abcdef0");

        assertThat(launch.paused()).isTrue();
        assertThat(launch.name()).contains("foo");
        assertThat(launch.uuid()).isEqualTo("12345678-9abc-def0-1234-56789abcdef0");
        assertThat(parse("-M help").help()).isEqualTo(Launch.Help.MACHINES);
        assertThat(parse("-version").help()).isEqualTo(Launch.Help.VERSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-bogus | -bogus: invalid option",
                "-chardev | -chardev: requires an argument",
                "-chardev bogus,id=c | -chardev bogus,id=c: 'bogus' is not a valid char driver name",
                "-chardev null | -chardev null: chardev: no id specified",
                "-chardev null,id=c -chardev null,id=c | -chardev null,id=c: Duplicate ID 'c' for chardev",
                "-chardev null,id=c,bogus=1 | -chardev null,id=c,bogus=1: Invalid parameter 'bogus'",
                "-chardev socket,id=c,path=s,server=on,wait=maybe | -chardev socket,id=c,path=s,server=on,wait=maybe: Parameter 'wait' expects 'on' or 'off'",
                "-chardev socket,id=c,host=h | -chardev socket,id=c,host=h: chardev: socket: no port given",
                "-chardev file,id=c | -chardev file,id=c: chardev: file: no filename given",
                "-mon mode=control | -mon mode=control: Parameter 'chardev' is missing",
                "-mon c,mode=bogus | -mon c,mode=bogus: Parameter 'mode' does not accept value 'bogus'",
                "-mon c | -mon c: there is no human monitor here; say mode=control",
                "-object bogus,id=x | -object bogus,id=x: Parameter 'qom-type' does not accept value 'bogus'",
                "-qmp bogus | -qmp bogus: 'bogus' is not a valid char driver",
                "-uuid zz | -uuid zz: failed to parse UUID string: wrong format"
            })
    void whatCannotBeFollowedIsToldAsQemuTellsIt(String arguments, String error) {
        assertThatThrownBy(() -> parse(arguments)).isInstanceOf(UsageError.class).hasMessage(error);
    }

    @Test
    void idsOfTheCommandLineAreIdentifiers() {
        assertThatThrownBy(() -> parse("-chardev null,id=1x"))
                .hasMessageStartingWith(
                        "-chardev null,id=1x: Parameter 'id' expects an identifier\n");
    }

    private static ChardevOption chardev(String text) {
        return parse("-chardev " + text).plugs().chardevs().getFirst().value();
    }

    private static Launch parse(String arguments) {
        return CommandLine.parse(List.of(arguments.split(" ")));
    }
}
