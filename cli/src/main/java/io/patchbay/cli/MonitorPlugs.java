package io.patchbay.cli;

import io.patchbay.qmp.standalone.StartOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

/** The monitors that a server is started with, written as QEMU's options are. */
@Command // a mixin of options only
public final class MonitorPlugs {

    @Option(
            names = {"-object", "--object"},
            paramLabel = "TYPE,id=ID,...",
            description =
                    "certificates for TLS (tls-creds-x509,id=ID,dir=DIR,endpoint=server), or a"
                            + " monitor (monitor-qmp)")
    private List<String> objects = List.of();

    @Option(
            names = {"-chardev", "--chardev"},
            paramLabel = "KIND,id=ID,...",
            description =
                    "a device for a monitor, such as socket,id=ID,path=FILE,server=on,wait=off")
    private List<String> chardevs = List.of();

    @Option(
            names = {"-mon", "--mon"},
            paramLabel = "chardev=ID,mode=control",
            description = "a monitor on such a device")
    private List<String> monitors = List.of();

    @Option(
            names = {"-qmp", "--qmp"},
            paramLabel = "DEVICE",
            description =
                    "both in one: unix:FILE,server=on,wait=off or"
                            + " tcp:127.0.0.1:PORT,server=on,wait=off")
    private List<String> devices = List.of();

    @Option(
            names = {"-qmp-pretty", "--qmp-pretty"},
            paramLabel = "DEVICE",
            description = "the same, printing for people")
    private List<String> prettyDevices = List.of();

    public StartOptions options() {
        var options = new StartOptions();
        objects.forEach(options::object);
        chardevs.forEach(options::chardev);
        monitors.forEach(options::monitor);
        devices.forEach(options::qmp);
        prettyDevices.forEach(options::qmpPretty);
        return options;
    }
}
