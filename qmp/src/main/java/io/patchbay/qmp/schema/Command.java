package io.patchbay.qmp.schema;

/**
 * A command, declared by a record: its name is the record's ({@code MonitorAdd} is {@code
 * monitor-add} unless {@link Name} says otherwise), its arguments are the components, an {@code
 * Optional} one may be absent. A command whose arguments depend on one of them is a sealed
 * interface with a {@link Tag}.
 *
 * @param <R> what a success returns; {@link Empty} for a command that returns nothing
 */
public interface Command<R> {}
