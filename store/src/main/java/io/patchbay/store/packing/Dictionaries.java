package io.patchbay.store.packing;

import io.patchbay.store.database.Database;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What mails are packed with: of each project the newest dictionary, and whether it keeps mails.
 */
final class Dictionaries {

    /** They are never changed, and have about a hundred kilobytes each. */
    private static final int MOST_CONTENTS = 64;

    /** Another process may have made one meanwhile; mails that miss it are only larger. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /**
     * How mails of a project are packed.
     *
     * @param dictionary its id; 0 for none
     * @param keepsMails whether they are kept as they came
     */
    record Way(long dictionary, boolean keepsMails) {}

    private static final Way FIRST = new Way(0, true);

    private record Ways(Map<Long, Way> byProject, long readAt) {}

    private final Database database;
    private final LinkedHashMap<Long, byte[]> contents = new LinkedHashMap<>(16, 0.75f, true);
    private volatile @Nullable Ways ways;

    Dictionaries(Database database) {
        this.database = database;
    }

    Way of(long project) {
        var known = ways;
        if (known == null
                || !known.byProject.containsKey(project)
                || System.nanoTime() - known.readAt > REST_NANOS) {
            known = read();
        }
        return known.byProject.getOrDefault(project, FIRST);
    }

    /** Looks again, because something has changed. */
    void forget() {
        ways = null;
    }

    private synchronized Ways read() {
        var byProject = new HashMap<Long, Way>();
        database.read(sql -> {
            sql.each(
                    """
                    select project.id, project.keep_mail,
                           (select max(mail_dictionary.id)
                              from mail_dictionary
                             where mail_dictionary.project_id = project.id)
                      from project
                    """,
                    row -> {
                        long id = row.id();
                        boolean keepsMails = row.flag();
                        return byProject.put(id, new Way(row.id(), keepsMails));
                    });
            return byProject;
        });
        var read = new Ways(byProject, System.nanoTime());
        ways = read;
        return read;
    }

    byte[] content(long dictionary) {
        var known = kept(dictionary);
        return known != null ? known : database.read(sql -> content(dictionary, sql));
    }

    /** Within a transaction. */
    byte[] content(long dictionary, Sql sql) {
        var known = kept(dictionary);
        if (known == null) {
            known =
                    sql.one(
                            "select content from mail_dictionary where id = ?",
                            Row::bytes,
                            dictionary);
            keep(dictionary, known);
        }
        return known;
    }

    private synchronized byte @Nullable [] kept(long dictionary) {
        return contents.get(dictionary);
    }

    private synchronized void keep(long dictionary, byte[] content) {
        contents.put(dictionary, content);
        if (contents.size() > MOST_CONTENTS) {
            contents.pollFirstEntry();
        }
    }
}
