package io.patchbay.store.query;

import io.patchbay.store.StoreOpener;
import io.patchbay.store.database.PostgresDatabase;
import io.patchbay.testing.TestDatabase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells how a database would run a statement. */
public final class Planner implements AutoCloseable {

    /** Of a table or an index; what functions return is gone through without an index. */
    private static final Pattern SCAN = Pattern.compile("(?:Seq|Index|Index Only) Scan");

    private static final Pattern OF_A_PROJECT = Pattern.compile("\\(project_id=\\?\\)$");

    private final TestDatabase kind;
    private final Connection connection;

    public Planner(TestDatabase kind, StoreOpener database) throws SQLException {
        this.kind = kind;
        this.connection = DriverManager.getConnection(database.address().url(), properties());
    }

    /** Lets PostgreSQL learn what the tables hold, as it does by itself after some time. */
    void analyze() throws SQLException {
        if (kind == TestDatabase.POSTGRESQL) {
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    /** In its own words, a line each. */
    List<String> steps(String statement) throws SQLException {
        return switch (kind) {
            case SQLITE -> run("explain query plan " + statement, "detail");
            case POSTGRESQL -> run("explain (generic_plan) " + numbered(statement), "QUERY PLAN");
        };
    }

    /** From now on, as the connection that writes does. */
    public void planAsForAWriter() throws SQLException {
        if (kind == TestDatabase.POSTGRESQL) {
            try (var statement = connection.createStatement()) {
                statement.execute(PostgresDatabase.INDEXES_ONLY);
            }
        }
    }

    /** The steps that go through all of a table or of an index. */
    public List<String> walks(String statement) throws SQLException {
        var steps = steps(statement);
        return switch (kind) {
            case SQLITE -> steps.stream().filter(step -> step.startsWith("SCAN ")).toList();
            case POSTGRESQL ->
                    IntStream.range(0, steps.size())
                            .filter(i -> SCAN.matcher(steps.get(i)).find())
                            .filter(i ->
                                    i + 1 == steps.size()
                                            || !steps.get(i + 1).contains("Index Cond:"))
                            .mapToObj(steps::get)
                            .toList();
        };
    }

    /**
     * The steps that go through all of a project, by an index. PostgreSQL, whose tables are too
     * small here to tell, knows how many rows that would be.
     */
    public List<String> walksThroughProjects(String statement) throws SQLException {
        if (kind == TestDatabase.POSTGRESQL) {
            return List.of();
        }
        return steps(statement).stream().filter(step -> OF_A_PROJECT.matcher(step).find()).toList();
    }

    private List<String> run(String statement, String column) throws SQLException {
        var steps = new ArrayList<String>();
        try (var explaining = connection.createStatement();
                var plan = explaining.executeQuery(statement)) {
            while (plan.next()) {
                steps.add(plan.getString(column));
            }
        }
        return steps;
    }

    private static Properties properties() {
        var properties = new Properties();
        // PostgreSQL explains statements without values only in its simple protocol, and reading
        // the tables whole would seem cheap while they are as small as here.
        properties.put("preferQueryMode", "simple");
        properties.put("options", "-c enable_seqscan=off");
        return properties;
    }

    /** With the placeholders of PostgreSQL itself, which may be explained without values. */
    private static String numbered(String statement) {
        var parts = statement.split("\\?", -1);
        var text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append('$').append(i).append(parts[i]);
        }
        return text.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
