package io.patchbay.qmp.standalone;

import io.patchbay.qmp.MonitorOptions;
import io.patchbay.qmp.chardev.TlsCredentials;

import java.nio.file.Path;

/** One {@code -object}: a monitor, or the certificates that a TLS chardev shows and asks for. */
sealed interface ObjectOption {

    record Monitor(MonitorOptions options) implements ObjectOption {}

    record Credentials(String id, Path folder, TlsCredentials.Endpoint endpoint, boolean verifyPeer)
            implements ObjectOption {

        TlsCredentials load() {
            return TlsCredentials.load(folder, endpoint, verifyPeer);
        }
    }

    static ObjectOption parse(String text) {
        var option = new OptionText(text, "qom-type");
        var type = option.require("qom-type", "Parameter 'qom-type' is missing");
        return switch (type) {
            case "monitor-qmp" -> new Monitor(MonitorOption.parseObject(option));
            case "tls-creds-x509" -> credentials(option);
            default ->
                    throw new UsageError(
                            "Parameter 'qom-type' does not accept value '%s'".formatted(type));
        };
    }

    private static Credentials credentials(OptionText option) {
        var id = option.takeId().orElseThrow(() -> new UsageError("Parameter 'id' is missing"));
        var folder = option.require("dir", "Parameter 'dir' is missing");
        var endpoint =
                switch (option.take("endpoint").orElse("client")) {
                    case "server" -> TlsCredentials.Endpoint.SERVER;
                    case "client" -> TlsCredentials.Endpoint.CLIENT;
                    case String other ->
                            throw new UsageError(
                                    "Parameter 'endpoint' does not accept value '%s'"
                                            .formatted(other));
                };
        boolean verify = option.takeSwitch("verify-peer").orElse(true);
        option.refuseOthers();
        return new Credentials(id, Path.of(folder), endpoint, verify);
    }
}
