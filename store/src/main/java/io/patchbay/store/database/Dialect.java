package io.patchbay.store.database;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** The words in which the two databases differ. All other SQL is one text for both. */
public enum Dialect {
    SQLITE {
        @Override
        String idColumn() {
            // Exactly this type makes the column the row's own key, without an index beside it.
            return "integer not null primary key";
        }

        @Override
        String bytewise() {
            return "";
        }

        @Override
        String bytes() {
            return "blob";
        }

        @Override
        String clustered() {
            return "without rowid";
        }

        @Override
        String nameIndex() {
            // Without the texts themselves, which stand in the other table.
            return """
            create virtual table patch_name using fts5 (
                name, content = '', columnsize = 0, tokenize = 'trigram');
            insert into patch_name (rowid, name) select id, name from patch order by id\
            """;
        }

        @Override
        String storageOfTexts() {
            // They lie there as they are.
            return "select 1";
        }

        @Override
        String storageOfPackedMails() {
            return "select 1";
        }

        @Override
        String sized() {
            return "--";
        }

        @Override
        public boolean keepsNamesBeside() {
            return true;
        }

        @Override
        public String unindexed(String condition) {
            return "+" + condition;
        }

        @Override
        public String among(String column) {
            return column + " in (select value from json_each(?))";
        }

        // The sign keeps it from an index.
        @Override
        public String lookedAtLast(String column) {
            return "+" + column;
        }

        @Override
        void bind(PreparedStatement statement, int position, Ids ids) throws SQLException {
            statement.setString(
                    position,
                    ids.values().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",", "[", "]")));
        }

        @Override
        void bind(PreparedStatement statement, int position, Texts texts) throws SQLException {
            statement.setString(position, JsonArray.of(texts.values()));
        }

        @Override
        public String spans() {
            return """
            (select value ->> 0 as "of", value ->> 1 as "first", value ->> 2 as "last"
               from json_each(?))\
            """;
        }

        @Override
        public String mentions(String column) {
            return column + " like ? escape '\\'";
        }

        @Override
        public String inItsOrder(String page, String rest, String order) {
            // A cross join keeps its left side in the outer loop, so sorting again is needless.
            return page + " cross join " + rest;
        }

        @Override
        public String letsThrough(double share, String condition) {
            return "likelihood(" + condition + ", " + share + ")";
        }

        @Override
        public String position() {
            return "instr(TEXT, ?) > 0";
        }

        @Override
        String hasTable() {
            return "select 1 from sqlite_schema where type = 'table' and name = ?";
        }
    },

    POSTGRESQL {
        @Override
        String idColumn() {
            return "bigint not null primary key";
        }

        @Override
        String bytewise() {
            return "collate \"C\"";
        }

        @Override
        String bytes() {
            return "bytea";
        }

        @Override
        String clustered() {
            return "";
        }

        @Override
        String nameIndex() {
            // The extension comes with PostgreSQL, but some servers do without it.
            return """
            do $$
            begin
                create extension if not exists pg_trgm;
                create index patch_name on patch using gin (name gin_trgm_ops);
            exception when others then
                raise warning 'searching names will be slow: %', sqlerrm;
            end
            $$\
            """;
        }

        @Override
        String storageOfTexts() {
            // What a server without LZ4 has instead takes a third of its time when mails come in.
            // Mails as they came are compressed already.
            return """
            alter table kept_mail alter raw set storage external;
            do $$
            begin
                if not exists (
                    select 1
                      from pg_settings
                     where name = 'default_toast_compression'
                       and 'lz4' = any(enumvals))
                then
                    alter table patch_text
                        alter headers set storage external,
                        alter content set storage external,
                        alter diff set storage external;
                    alter table cover_text
                        alter headers set storage external,
                        alter content set storage external;
                    alter table patch_comment
                        alter headers set storage external,
                        alter content set storage external;
                    alter table cover_comment
                        alter headers set storage external,
                        alter content set storage external;
                end if;
            end
            $$\
            """;
        }

        @Override
        String storageOfPackedMails() {
            return """
            alter table patch_text alter packed set storage external;
            alter table cover_text alter packed set storage external;
            alter table patch_comment alter packed set storage external;
            alter table cover_comment alter packed set storage external\
            """;
        }

        @Override
        String sized() {
            return "";
        }

        @Override
        public boolean keepsNamesBeside() {
            return false;
        }

        @Override
        public String unindexed(String condition) {
            // It keeps statistics, and knows by itself.
            return condition;
        }

        @Override
        public String among(String column) {
            return column + " = any (?)";
        }

        @Override
        public String lookedAtLast(String column) {
            return column;
        }

        @Override
        void bind(PreparedStatement statement, int position, Ids ids) throws SQLException {
            statement.setObject(
                    position, ids.values().stream().mapToLong(Long::longValue).toArray());
        }

        @Override
        void bind(PreparedStatement statement, int position, Texts texts) throws SQLException {
            statement.setObject(position, texts.values().toArray(String[]::new));
        }

        @Override
        @Nullable Object[] asked(@Nullable Object[] arguments) {
            var asked = arguments;
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] instanceof String text && text.indexOf('\0') >= 0) {
                    asked = asked.clone();
                    // No text of a database that refuses NUL has one, nor this noncharacter.
                    asked[i] = text.replace('\0', '\uFFFF');
                }
            }
            return asked;
        }

        @Override
        public String spans() {
            return """
            (select (value ->> 0)::bigint as "of",
                    (value ->> 1)::bigint as "first",
                    (value ->> 2)::bigint as "last"
               from json_array_elements(?::json))\
            """;
        }

        @Override
        public String mentions(String column) {
            return column + " ilike ? escape '\\'";
        }

        @Override
        public String inItsOrder(String page, String rest, String order) {
            return page + " join " + rest + " order by " + order;
        }

        @Override
        public String letsThrough(double share, String condition) {
            // It keeps statistics, and knows by itself.
            return condition;
        }

        @Override
        public String position() {
            return "strpos(TEXT, ?) > 0";
        }

        @Override
        String hasTable() {
            return "select 1 from pg_tables where schemaname = current_schema() and tablename = ?";
        }
    };

    /** The type of a column named id whose values the writing transaction gives. */
    abstract String idColumn();

    /** Behind the type of a text: it is compared and ordered by its bytes. */
    abstract String bytewise();

    /** The type of a column of bytes. */
    abstract String bytes();

    /** Makes {@code patch_name}, the index that finds a part of a patch's name. */
    abstract String nameIndex();

    /** Says how texts lie on the disk. */
    abstract String storageOfTexts();

    /** Says that packed mails are not to be compressed again. */
    abstract String storageOfPackedMails();

    /** Before a statement for databases that hold texts to the lengths of their columns. */
    abstract String sized();

    /** Whether {@code patch_name} is a table that must be written and asked. */
    public abstract boolean keepsNamesBeside();

    /** The same condition, never taken for finding rows by an index. */
    public abstract String unindexed(String condition);

    /** Behind a table whose rows are small: they stand in the index of its key, if that can be. */
    abstract String clustered();

    /**
     * A column that few rows are to be asked for, which something else has found: without
     * statistics a planner may think that it finds fewer.
     */
    public abstract String lookedAtLast(String column);

    /** The condition that a column is among the {@link Ids} or {@link Texts} given as argument. */
    public abstract String among(String column);

    abstract void bind(PreparedStatement statement, int position, Ids ids) throws SQLException;

    abstract void bind(PreparedStatement statement, int position, Texts texts) throws SQLException;

    /** The arguments of a query in a form that the database takes. */
    @Nullable Object[] asked(@Nullable Object[] arguments) {
        return arguments;
    }

    /** A table of the {@link Spans} given as argument: columns of, first, last. */
    public abstract String spans();

    /** The condition that a column is like the pattern given as argument, ignoring case. */
    public abstract String mentions(String column);

    /** Joins a page that is in this order with what is outside, so that the order stays. */
    public abstract String inItsOrder(String page, String rest, String order);

    /**
     * The same condition, with what the planner should know of it. Without this, SQLite takes each
     * index for as good as any other, and rather walks through a whole project in the order of the
     * list than through the patches of one submitter.
     */
    public abstract String letsThrough(double share, String condition);

    /** The condition that TEXT contains the argument, letter by letter. */
    public abstract String position();

    /** A row for the table named by the argument, if it is there. */
    abstract String hasTable();
}
