package io.patchbay.store.query;

import io.patchbay.store.database.Row;
import io.patchbay.tracker.model.Comment.Parent;
import io.patchbay.tracker.model.CommentHead;
import io.patchbay.tracker.model.CoverHead;
import io.patchbay.tracker.model.PatchHead;
import io.patchbay.tracker.model.Project;
import io.patchbay.tracker.model.SeriesHead;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.HashMap;

/**
 * What rows show of the patches, covers, series and comments they mention. All of them are in the
 * project of the row itself, so it is not read again.
 */
public final class Heads {

    private static final int PATCH_WIDTH = 4;
    private static final int COVER_WIDTH = 4;
    private static final int SERIES_WIDTH = 4;
    private static final int COMMENT_WIDTH = 3;

    /** Of one result: many patches in a list are of the same series. */
    private final HashMap<Long, SeriesHead> knownSeries = new HashMap<>();

    public static String patch(String table) {
        return columns(table, "id", "msgid", "date", "name");
    }

    public static PatchHead patch(Row row, Project project) throws SQLException {
        return new PatchHead(row.id(), project, row.text(), row.moment(), row.text());
    }

    public static @Nullable PatchHead patchOrNull(Row row, Project project) throws SQLException {
        return row.absent(PATCH_WIDTH) ? null : patch(row, project);
    }

    public static String cover(String table) {
        return columns(table, "id", "msgid", "date", "name");
    }

    public static @Nullable CoverHead coverOrNull(Row row, Project project) throws SQLException {
        return row.absent(COVER_WIDTH)
                ? null
                : new CoverHead(row.id(), project, row.text(), row.moment(), row.text());
    }

    public static String series(String table) {
        return columns(table, "id", "name", "date", "version");
    }

    public @Nullable SeriesHead seriesOrNull(Row row, Project project) throws SQLException {
        if (row.absent(SERIES_WIDTH)) {
            return null;
        }
        var before = knownSeries.get(row.idAhead());
        if (before != null) {
            row.skip(SERIES_WIDTH);
            return before;
        }
        var read = new SeriesHead(row.id(), project, row.textOrNull(), row.moment(), row.number());
        knownSeries.put(read.id(), read);
        return read;
    }

    public static String comment(String table) {
        return columns(table, "id", "msgid", "date");
    }

    public static @Nullable CommentHead commentOrNull(Row row, Parent parent, Project project)
            throws SQLException {
        return row.absent(COMMENT_WIDTH)
                ? null
                : new CommentHead(row.id(), parent, project, row.text(), row.moment());
    }

    /** Passes over a comment whose parent is not there, and so neither is the comment. */
    public static @Nullable CommentHead noComment(Row row) {
        row.skip(COMMENT_WIDTH);
        return null;
    }

    private static String columns(String table, String... names) {
        return table + "." + String.join(", " + table + ".", names);
    }
}
