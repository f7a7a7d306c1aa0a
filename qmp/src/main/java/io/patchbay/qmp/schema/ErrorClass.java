package io.patchbay.qmp.schema;

/** The classes of error replies that QMP knows; nearly all errors are generic. */
public enum ErrorClass {
    GENERIC_ERROR("GenericError"),
    COMMAND_NOT_FOUND("CommandNotFound"),
    DEVICE_NOT_ACTIVE("DeviceNotActive"),
    DEVICE_NOT_FOUND("DeviceNotFound"),
    KVM_MISSING_CAP("KVMMissingCap");

    private final String wireName;

    ErrorClass(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The class of an error reply; one that is not known counts as a general error. */
    public static ErrorClass ofWire(String name) {
        for (var known : values()) {
            if (known.wireName.equals(name)) {
                return known;
            }
        }
        return GENERIC_ERROR;
    }
}
