package io.patchbay.store.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.patchbay.mail.header.MessageId;
import io.patchbay.store.database.Ids;
import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.store.database.Texts;
import io.patchbay.store.packing.MailTable;
import io.patchbay.store.packing.Packing;
import io.patchbay.store.packing.StoredText;
import io.patchbay.tracker.model.MailText;
import io.patchbay.tracker.model.Person;
import io.patchbay.tracker.reading.Archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class ArchiveQueries implements Archive {

    private final Sql sql;
    private final Packing packing;

    public ArchiveQueries(Sql sql, Packing packing) {
        this.sql = sql;
        this.packing = packing;
    }

    @Override
    public List<ArchivedMail> withMessageId(String msgid) {
        return withMessageIds(spellings(msgid));
    }

    /** As it is stored, and as a mail without brackets had it. */
    private static Set<String> spellings(String msgid) {
        var id = new MessageId(msgid);
        return new LinkedHashSet<>(List.of(id.stored(), id.bare()));
    }

    @Override
    public List<ArchivedMail> thread(String msgid) {
        var members =
                sql.list(
                        """
                        select member.msgid
                          from mail_thread
                          join mail_thread member on member.thread = mail_thread.thread
                         where %s
                        """
                                .formatted(sql.dialect().among("mail_thread.msgid")),
                        Row::text,
                        new Texts(spellings(msgid)));
        return withMessageIds(new LinkedHashSet<>(members));
    }

    private List<ArchivedMail> withMessageIds(Set<String> msgids) {
        var mails = new ArrayList<ArchivedMail>();
        if (msgids.isEmpty()) {
            return mails;
        }
        for (var kind : Kind.values()) {
            mails.addAll(sql.list(select(table(kind)), row -> mail(kind, row), new Texts(msgids)));
        }
        mails.sort(
                Comparator.comparing(ArchivedMail::date)
                        .thenComparing(mail -> mail.key().kind())
                        .thenComparing(mail -> mail.key().id()));
        return mails;
    }

    static MailTable table(Kind kind) {
        return switch (kind) {
            case PATCH -> MailTable.PATCH;
            case COVER -> MailTable.COVER;
            case COMMENT_ON_PATCH -> MailTable.PATCH_COMMENT;
            case COMMENT_ON_COVER -> MailTable.COVER_COMMENT;
        };
    }

    private String select(MailTable table) {
        var join = table.isOfComments() ? "join PARENT on PARENT.id = MAIL.PARENT_id" : "";
        return """
        select MAIL.id, PARENT.id, project.link_name, MAIL.msgid, MAIL.date, PARENT.name,
               person.id, person.name, person.email, person.account_id
          from MAIL
          JOIN
          join project on project.id = PARENT.project_id
          join person on person.id = MAIL.submitter_id
         where %s
        """
                .formatted(sql.dialect().among("MAIL.msgid"))
                .replace("JOIN", join)
                .replace("PARENT", table.parent())
                .replace("MAIL", table.table());
    }

    private static ArchivedMail mail(Kind kind, Row row) throws SQLException {
        return new ArchivedMail(
                new Key(kind, row.id()),
                row.id(),
                row.text(),
                row.text(),
                row.moment(),
                row.text(),
                new Person(row.id(), row.textOrNull(), row.text(), row.idOrNull()));
    }

    @Override
    public Map<Key, byte[]> raw(Collection<Key> mails) {
        var raw = new HashMap<Key, byte[]>();
        mails.stream()
                .collect(groupingBy(Key::kind, mapping(Key::id, toList())))
                .forEach((kind, ids) -> read(kind, ids, raw));
        return raw;
    }

    @Override
    public Map<Key, MailText> texts(Collection<Key> mails) {
        var texts = new HashMap<Key, MailText>();
        mails.stream()
                .collect(groupingBy(Key::kind, mapping(Key::id, toList())))
                .forEach((kind, ids) ->
                        stored(kind, ids)
                                .forEach((id, text) ->
                                        texts.put(new Key(kind, id), text.unpacked(packing, sql))));
        return texts;
    }

    private void read(Kind kind, List<Long> ids, Map<Key, byte[]> raw) {
        stored(kind, ids)
                .forEach((id, text) -> {
                    var bytes = text.raw(packing, sql);
                    if (bytes != null) {
                        raw.put(new Key(kind, id), bytes);
                    }
                });
    }

    private Map<Long, StoredText> stored(Kind kind, List<Long> ids) {
        var table = table(kind);
        var stored = new HashMap<Long, StoredText>();
        sql.each(
                "select %2$s, %3$s from %1$s where %4$s"
                        .formatted(
                                table.texts(),
                                table.key(),
                                table.columns(),
                                sql.dialect().among(table.key())),
                row -> stored.put(row.id(), StoredText.of(table, row)),
                new Ids(ids));
        return stored;
    }
}
