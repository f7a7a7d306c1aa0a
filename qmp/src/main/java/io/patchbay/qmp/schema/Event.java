package io.patchbay.qmp.schema;

/**
 * An event. It is declared by its record: {@code record DiskFull(String mount)} is {@code
 * DISK_FULL} with {@code {"mount": ...}} as its data, and without components it has no data; or its
 * name and members are told by an {@link EventDescription}.
 */
public interface Event {}
