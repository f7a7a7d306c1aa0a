package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.chardev.Chardevs;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.Name;
import io.patchbay.qmp.schema.OutOfBand;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.qmp.schema.Tag;

import java.util.ArrayList;
import java.util.List;

/** Cuts connections that hang, out of band: while a command is running, too. */
final class Yank {

    @OutOfBand
    @Name("yank")
    record YankInstances(List<Instance> instances) implements Command<Empty> {}

    @OutOfBand
    record QueryYank() implements Command<List<Instance>> {}

    @Tag("type")
    sealed interface Instance {

        @Name("chardev")
        record OfChardev(String id) implements Instance {}
    }

    private Yank() {}

    static void addTo(Commands commands, Chardevs chardevs) {
        commands.perform(YankInstances.class, (asked, caller) -> yank(asked, chardevs));
        commands.answer(
                QueryYank.class,
                (query, caller) ->
                        chardevs.all().stream()
                                .filter(Chardev::offersOutOfBand)
                                .map(chardev -> instance(chardev.label()))
                                .toList());
    }

    private static void yank(YankInstances asked, Chardevs chardevs) {
        var found = new ArrayList<Chardev>();
        for (var instance : asked.instances()) {
            switch (instance) {
                case Instance.OfChardev(var id) -> {
                    if (!chardevs.has(id)) {
                        throw new QmpError(ErrorClass.DEVICE_NOT_FOUND, "Instance not found");
                    }
                    found.add(chardevs.get(id));
                }
            }
        }
        found.forEach(Chardev::yank);
    }

    private static Instance instance(String id) {
        return new Instance.OfChardev(id);
    }
}
