package io.patchbay.qmp;

import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.CommandType;
import io.patchbay.qmp.schema.Declarations;
import io.patchbay.qmp.schema.Empty;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of commands: what each is called, takes and returns, and who carries it out. A host adds
 * its own at any time; they show up in {@code query-commands} and {@code query-qmp-schema}.
 */
public final class Commands {

    /** One command; a disabled one keeps its place and tells why it does not run. */
    record Entry(CommandType type, Answer<Object, Object> answer, @Nullable String disabled) {}

    private final Declarations declarations;
    private volatile Map<String, Entry> byName = Map.of();

    Commands(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Adds a command that returns something. */
    public <R, C extends Command<R>> void answer(Class<C> command, Answer<? super C, R> answer) {
        put(
                new Entry(
                        declarations.command(command),
                        (given, caller) -> answer.to(command.cast(given), caller),
                        null));
    }

    /** Adds a command that returns nothing. */
    public <C extends Command<Empty>> void perform(Class<C> command, Action<? super C> action) {
        answer(
                command,
                (given, caller) -> {
                    action.on(given, caller);
                    return Empty.EMPTY;
                });
    }

    /** Keeps a command from being run; clients are told the reason, if it is not empty. */
    public synchronized void disable(String name, String reason) {
        var entry = byName.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("there is no command '" + name + "' to disable");
        }
        put(new Entry(entry.type(), entry.answer(), reason));
    }

    @Nullable Entry find(String name) {
        return byName.get(name);
    }

    /** The names of all commands that run, the latest first. */
    List<String> available() {
        return byName.values().stream()
                .filter(entry -> entry.disabled() == null)
                .map(entry -> entry.type().name())
                .toList()
                .reversed();
    }

    private synchronized void put(Entry entry) {
        var changed = new LinkedHashMap<>(byName);
        changed.put(entry.type().name(), entry);
        byName = changed;
    }
}
