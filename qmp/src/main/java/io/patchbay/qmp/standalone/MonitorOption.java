package io.patchbay.qmp.standalone;

import io.patchbay.qmp.CloseAction;
import io.patchbay.qmp.MonitorOptions;

/** One {@code -mon} or {@code -object monitor-qmp}. */
final class MonitorOption {

    private MonitorOption() {}

    static MonitorOptions parse(String text) {
        var option = new OptionText(text, "chardev");
        var chardev = option.require("chardev", "Parameter 'chardev' is missing");
        var mode = option.take("mode").orElse("readline");
        var options = options(option, chardev);
        option.refuseOthers();
        return switch (mode) {
            case "control" -> options;
            case "readline" ->
                    throw new UsageError("there is no human monitor here; say mode=control");
            default ->
                    throw new UsageError(
                            "Parameter 'mode' does not accept value '%s'".formatted(mode));
        };
    }

    /** The rest of {@code -object monitor-qmp}. */
    static MonitorOptions parseObject(OptionText option) {
        var chardev = option.require("chardev", "Parameter 'chardev' is missing");
        var options = options(option, chardev);
        if (options.id().isEmpty()) {
            throw new UsageError("Parameter 'id' is missing");
        }
        var action = option.take("close-action").orElse("none");
        option.refuseOthers();
        return switch (action) {
            case "none" -> options;
            case "delete" -> options.whenClosed(CloseAction.DELETE);
            default ->
                    throw new UsageError(
                            "Parameter 'close-action' does not accept value '%s'"
                                    .formatted(action));
        };
    }

    private static MonitorOptions options(OptionText option, String chardev) {
        var id = option.takeId();
        boolean pretty = option.takeSwitch("pretty").orElse(false);
        var options = MonitorOptions.on(chardev).pretty(pretty);
        return id.map(options::named).orElse(options);
    }
}
