package io.patchbay.qmp;

import io.patchbay.qmp.chardev.Backend;
import io.patchbay.qmp.chardev.Chardev;
import io.patchbay.qmp.chardev.Chardevs;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Declarations;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.QmpError;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The commands about character devices (spec §7). */
final class ChardevCommands {

    record ChardevAdd(String id, Backend backend) implements Command<ChardevReturn> {}

    record ChardevChange(String id, Backend backend) implements Command<ChardevReturn> {}

    /** The path of a pty, which no backend of ours is. */
    record ChardevReturn(Optional<String> pty) {}

    record ChardevRemove(String id) implements Command<Empty> {}

    record ChardevSendBreak(String id) implements Command<Empty> {}

    record QueryChardev() implements Command<List<ChardevInfo>> {}

    record ChardevInfo(String label, String filename, boolean frontendOpen) {}

    record QueryChardevBackends() implements Command<List<BackendInfo>> {}

    record BackendInfo(String name) {}

    record RingbufWrite(String device, String data, Optional<DataFormat> format)
            implements Command<Empty> {}

    record RingbufRead(String device, long size, Optional<DataFormat> format)
            implements Command<String> {}

    enum DataFormat {
        UTF8,
        BASE64
    }

    private static final ChardevReturn NO_PTY = new ChardevReturn(Optional.empty());

    private ChardevCommands() {}

    static void addTo(Commands commands, Chardevs chardevs) {
        commands.answer(
                ChardevAdd.class,
                (add, caller) -> {
                    chardevs.add(add.id(), add.backend());
                    return NO_PTY;
                });
        commands.answer(
                ChardevChange.class,
                (change, caller) -> {
                    chardevs.change(change.id(), change.backend());
                    return NO_PTY;
                });
        commands.perform(ChardevRemove.class, (remove, caller) -> chardevs.remove(remove.id()));
        commands.perform(
                ChardevSendBreak.class,
                // No backend of ours has a line that could be broken; the id is checked all the
                // same.
                (send, caller) -> chardevs.get(send.id()));
        commands.answer(
                QueryChardev.class,
                (query, caller) -> chardevs.all().stream().map(ChardevCommands::info).toList());
        commands.answer(
                QueryChardevBackends.class,
                (query, caller) ->
                        Declarations.casesOf(Backend.class).stream()
                                .map(BackendInfo::new)
                                .toList());
        commands.perform(
                RingbufWrite.class,
                (write, caller) -> chardevs.writeRingBuffer(write.device(), bytes(write)));
        commands.answer(
                RingbufRead.class,
                (read, caller) -> text(read, chardevs.readRingBuffer(read.device(), read.size())));
    }

    private static ChardevInfo info(Chardev chardev) {
        return new ChardevInfo(chardev.label(), chardev.filename(), chardev.attached());
    }

    private static byte[] bytes(RingbufWrite write) {
        if (write.format().orElse(DataFormat.UTF8) == DataFormat.UTF8) {
            return write.data().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(write.data());
        } catch (IllegalArgumentException invalid) {
            throw new QmpError("Parameter 'data' is not valid base64: " + invalid.getMessage());
        }
    }

    private static String text(RingbufRead read, byte[] bytes) {
        return read.format().orElse(DataFormat.UTF8) == DataFormat.UTF8
                ? new String(bytes, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(bytes);
    }
}
