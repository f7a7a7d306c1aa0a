package io.patchbay.qmp;

/**
 * Carries out a command. In-band commands of all monitors run one at a time; a {@link
 * io.patchbay.qmp.schema.QmpError} becomes the error reply.
 *
 * @param <C> the command's declaration, holding its checked arguments
 * @param <R> what it returns
 */
@FunctionalInterface
public interface Answer<C, R> {

    R to(C command, Caller caller);
}
