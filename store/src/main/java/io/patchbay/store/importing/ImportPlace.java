package io.patchbay.store.importing;

import io.patchbay.store.database.Row;
import io.patchbay.store.transaction.Transaction;
import io.patchbay.tracker.importing.ImportConflict;

/** Whether the place of an imported object is free, its own, or somebody else's. */
final class ImportPlace {

    private final Transaction transaction;
    private final String noun;
    private final String table;
    private final String nameOfId;
    private final String idOfName;

    /**
     * @param noun what messages call it
     * @param name the expression that names a row to people
     * @param key the condition that finds a row by its unique name
     */
    ImportPlace(Transaction transaction, String noun, String table, String name, String key) {
        this.transaction = transaction;
        this.noun = noun;
        this.table = table;
        this.nameOfId = "select %s from %s where id = ?".formatted(name, table);
        this.idOfName = "select id from %s where %s".formatted(table, key);
    }

    /** A mail, whose Message-ID is unique within its project. */
    static ImportPlace ofMail(Transaction transaction, String table) {
        return new ImportPlace(
                transaction,
                table,
                table,
                "msgid || ' of project ' || project_id",
                "msgid = ? and project_id = ?");
    }

    boolean isHere(long id, String msgid, long projectId) {
        return isHere(id, msgid + " of project " + projectId, new Object[] {msgid, projectId});
    }

    boolean isHere(long id, String name) {
        return isHere(id, name, new Object[] {name});
    }

    /** Whether the object is here already; if it is not, its id is taken from now on. */
    private boolean isHere(long id, String name, Object[] key) {
        var sql = transaction.sql();
        var sameId = sql.findOne(nameOfId, Row::text, id);
        if (sameId.isPresent()) {
            if (!sameId.get().equals(name)) {
                throw new ImportConflict(noun + " " + id, name, "'" + sameId.get() + "'");
            }
            return true;
        }
        var sameName = sql.findOne(idOfName, Row::id, key);
        if (sameName.isPresent()) {
            throw new ImportConflict(
                    noun + " " + id, name, "%s %d of that name".formatted(noun, sameName.get()));
        }
        transaction.ids().used(table, id);
        return false;
    }
}
