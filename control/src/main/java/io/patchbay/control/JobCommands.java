package io.patchbay.control;

import io.patchbay.control.Jobs.JobInfo;
import io.patchbay.qmp.Commands;
import io.patchbay.qmp.schema.Command;
import io.patchbay.qmp.schema.Empty;

import java.util.List;

/** The commands about long work. */
final class JobCommands {

    record QueryJobs() implements Command<List<JobInfo>> {}

    record JobCancel(String id) implements Command<Empty> {}

    private JobCommands() {}

    static void addTo(Commands commands, Jobs jobs) {
        commands.answer(QueryJobs.class, (query, caller) -> jobs.all());
        commands.perform(JobCancel.class, (cancel, caller) -> jobs.cancel(cancel.id()));
    }
}
