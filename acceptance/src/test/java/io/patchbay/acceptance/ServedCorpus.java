package io.patchbay.acceptance;

import io.patchbay.server.Address;
import io.patchbay.server.Config;
import io.patchbay.server.Server;
import io.patchbay.server.Storage;
import io.patchbay.tracker.Store;
import io.patchbay.tracker.Writing;
import io.patchbay.tracker.accounts.Accounts.NewUser;
import io.patchbay.tracker.accounts.NewToken;
import io.patchbay.tracker.accounts.Passwords;
import io.patchbay.tracker.model.Patch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The whole server, XML-RPC too, over the mails of our corpus in the project {@code harbor}. Ann
 * maintains it; Joe has an account and nothing else.
 */
final class ServedCorpus implements AutoCloseable {

    static final String ANN = "ann";
    static final String JOE = "joe";

    private static final InstantSource CLOCK = InstantSource.system();

    private final Path folder;
    private final Server server;
    private final FiledCorpus corpus;
    private final String token;

    private ServedCorpus(Path folder, Server server, FiledCorpus corpus) {
        this.folder = folder;
        this.server = server;
        this.corpus = corpus;
        this.token =
                server.store()
                        .write(writing -> {
                            long ann = addUser(writing, ANN);
                            addUser(writing, JOE);
                            writing.accounts().maintains(ann, 1, true);
                            return writing.accounts().addToken(ann, NewToken.full("", null));
                        });
    }

    static ServedCorpus in(Path folder) throws IOException {
        var config = Config.of(new Storage.InFolder(folder), new Address("127.0.0.1", 0));
        var server = new Server(config.withXmlRpc(), CLOCK);
        return new ServedCorpus(folder, server, FiledCorpus.in(server.store(), CLOCK));
    }

    private static long addUser(Writing writing, String name) {
        return writing.accounts()
                .add(
                        new NewUser(
                                name,
                                Passwords.hash(passwordOf(name)),
                                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                                "",
                                name + "@example.org",
                                true,
                                false));
    }

    static String passwordOf(String user) {
        return user + "-pw";
    }

    /**
     * Two that patchwork.kernel.org has beside the usual ones, with the numbers they have there.
     */
    void addStatesOfKernelOrg() throws SQLException {
        // States come with an import; no verb makes them yet.
        var file = "jdbc:sqlite:" + folder.resolve("patchbay.db");
        try (var connection = DriverManager.getConnection(file);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into state (id, name, slug, ordering, action_required) values
                        (13, 'Queued', 'queued', 13, true), (15, 'Needs ACK', 'needs-ack', 15, true)
                    """);
        }
    }

    String url() {
        return server.url();
    }

    int port() {
        return server.address().port();
    }

    /** Ann's, for all she may do. */
    String token() {
        return token;
    }

    Store store() {
        return server.store();
    }

    /** What became of the mail with this number in the corpus. */
    Patch patch(String mail) {
        return patch(corpus.patch(mail).id());
    }

    Patch patch(long id) {
        return store().read(reading -> reading.patches().withId(id)).orElseThrow();
    }

    /** The id of the series that the patch of this mail belongs to. */
    long seriesOf(String mail) {
        return Optional.ofNullable(patch(mail).series()).orElseThrow().id();
    }

    String stateOf(long patch) {
        return patch(patch).state().slug();
    }

    @Override
    public void close() {
        server.close();
    }
}
