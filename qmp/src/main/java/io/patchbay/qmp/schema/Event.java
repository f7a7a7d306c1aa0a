package io.patchbay.qmp.schema;

/**
 * An event, declared by a record: {@code record DiskFull(String mount)} is {@code DISK_FULL} with
 * {@code {"mount": ...}} as its data. Without components it has no data.
 */
public interface Event {}
