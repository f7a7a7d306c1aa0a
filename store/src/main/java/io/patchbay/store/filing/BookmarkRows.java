package io.patchbay.store.filing;

import io.patchbay.store.database.Row;
import io.patchbay.store.database.Sql;
import io.patchbay.tracker.mails.Bookmarks;

import java.util.Optional;

public final class BookmarkRows implements Bookmarks {

    private final Sql sql;

    public BookmarkRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> at(String place) {
        return sql.findOne("select position from bookmark where place = ?", Row::text, place);
    }

    @Override
    public void put(String place, String position) {
        sql.update(
                """
                insert into bookmark (place, position)
                values (?, ?)
                on conflict (place) do update set position = excluded.position
                """,
                place,
                position);
    }

    @Override
    public void remove(String place) {
        sql.update("delete from bookmark where place = ?", place);
    }
}
