package io.patchbay.qmp.schema;

import java.util.List;
import java.util.Map;

/** The events that QEMU limits to one a second, and by which members they differ (spec §6). */
final class KnownLimits {

    static final Map<String, List<String>> MEMBERS =
            Map.of(
                    "RTC_CHANGE", List.of(),
                    "WATCHDOG", List.of(),
                    "BALLOON_CHANGE", List.of(),
                    "QUORUM_REPORT_BAD", List.of("node-name"),
                    "QUORUM_FAILURE", List.of(),
                    "VSERPORT_CHANGE", List.of("id"),
                    "MEMORY_DEVICE_SIZE_CHANGE", List.of("qom-path"),
                    "HV_BALLOON_STATUS_REPORT", List.of(),
                    "BLOCK_IO_ERROR", List.of("qom-path"));

    private KnownLimits() {}
}
