package io.patchbay.control;

import io.patchbay.intake.Quarantine;
import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;
import io.patchbay.qmp.schema.ErrorClass;
import io.patchbay.qmp.schema.QmpError;
import io.patchbay.tracker.mails.KeptMail;
import io.patchbay.tracker.mails.KeptMail.Fate;
import io.patchbay.tracker.mails.KeptMail.Outcome;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The commands about mails that could not be filed. */
final class QuarantineCommands {

    /**
     * @param all also those that were filed or dropped, and are kept for a while
     */
    record QuarantineList(Optional<Boolean> all) implements Command<List<KeptMailInfo>> {}

    record KeptMailInfo(
            long id,
            String received,
            String origin,
            String subject,
            Optional<String> listId,
            Outcome outcome,
            Optional<String> reason,
            long attempts,
            long size) {}

    record QuarantineShow(long id) implements Command<KeptMailContent> {}

    record KeptMailContent(KeptMailInfo mail, String base64) {}

    /** Files mails again; all of the quarantine, unless their ids are given. */
    record QuarantineRetry(Optional<List<Long>> ids) implements Command<List<Retried>> {}

    record Retried(long id, Outcome outcome, Optional<String> reason) {}

    record QuarantineDrop(List<Long> ids) implements Command<Empty> {}

    private final Quarantine quarantine;

    QuarantineCommands(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    void addTo(Commands commands) {
        commands.answer(QuarantineList.class, (list, caller) -> list(list.all().orElse(false)));
        commands.answer(QuarantineShow.class, (show, caller) -> show(show.id()));
        commands.answer(QuarantineRetry.class, (retry, caller) -> retry(retry.ids()));
        commands.perform(QuarantineDrop.class, (drop, caller) -> drop(drop.ids()));
    }

    private List<KeptMailInfo> list(boolean all) {
        return (all ? quarantine.listAllKept() : quarantine.list())
                .stream().map(QuarantineCommands::info).toList();
    }

    private KeptMailContent show(long id) {
        var bytes = quarantine.bytes(id).orElseThrow(() -> notFound(id));
        return new KeptMailContent(info(find(id)), Base64.getEncoder().encodeToString(bytes));
    }

    private List<Retried> retry(Optional<List<Long>> wanted) {
        var ids = wanted.orElseGet(() -> quarantine.list().stream().map(KeptMail::id).toList());
        ids.forEach(this::find);
        var retried = new ArrayList<Retried>();
        for (long id : ids) {
            // One that somebody else dropped meanwhile needs no mention.
            quarantine.retry(id).ifPresent(fate -> retried.add(retried(id, fate)));
        }
        return retried;
    }

    private static Retried retried(long id, Fate fate) {
        return new Retried(id, fate.outcome(), Optional.ofNullable(fate.reason()));
    }

    private void drop(List<Long> ids) {
        ids.forEach(this::find);
        ids.forEach(quarantine::drop);
    }

    private KeptMail find(long id) {
        return quarantine.find(id).orElseThrow(() -> notFound(id));
    }

    private static QmpError notFound(long id) {
        return new QmpError(
                ErrorClass.DEVICE_NOT_FOUND,
                "Mail %d not found; 'quarantine-list' tells which there are".formatted(id));
    }

    private static KeptMailInfo info(KeptMail mail) {
        return new KeptMailInfo(
                mail.id(),
                mail.received().toString(),
                mail.origin(),
                mail.subject(),
                Optional.ofNullable(mail.listId()),
                mail.outcome(),
                Optional.ofNullable(mail.reason()),
                mail.attempts(),
                mail.size());
    }
}
