package io.patchbay.qmp;

/**
 * Carries out a command that returns nothing; see {@link Answer}.
 *
 * @param <C> the command's declaration, holding its checked arguments
 */
@FunctionalInterface
public interface Action<C> {

    void on(C command, Caller caller);
}
