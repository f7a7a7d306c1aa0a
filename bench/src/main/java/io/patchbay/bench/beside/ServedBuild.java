package io.patchbay.bench.beside;

import io.patchbay.bench.archive.Archive;
import io.patchbay.bench.measure.CpuClock;
import io.patchbay.bench.measure.ServerProcess;
import io.patchbay.bench.pages.HttpConnection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A build that serves a data folder which it has filled itself. */
final class ServedBuild implements AutoCloseable {

    private static final int IDS = 200;
    private static final String USER = "bench";

    private final Path data;
    private final String token;
    private final ServerProcess server;
    private final List<Long> patches;
    private final List<Long> series;

    private ServedBuild(
            Path data, String token, ServerProcess server, List<Long> patches, List<Long> series) {
        this.data = data;
        this.token = token;
        this.server = server;
        this.patches = patches;
        this.series = series;
    }

    /**
     * @param data which is made
     * @param mails how many there are in the archive
     */
    static ServedBuild start(Build build, Path data, Path archive, int mails, int lists)
            throws IOException, InterruptedException {
        addLists(build, data, lists);
        build.run("ingest", archive.toString(), "--data", data.toString());
        build.run("user", "add", USER, "--maintainer", "bench-0", "--data", data.toString());
        var token = build.run("token", USER, "--data", data.toString());
        var server = build.serve(data);
        try {
            return new ServedBuild(
                    data,
                    token,
                    server,
                    some("/api/patches/%d/", mails, server.port()),
                    some("/api/series/%d/", mails, server.port()));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    static void addLists(Build build, Path data, int lists)
            throws IOException, InterruptedException {
        for (int list = 0; list < lists; list++) {
            build.run(
                    "project",
                    "add",
                    "bench-" + list,
                    "--list-id",
                    Archive.listId(list),
                    "--data",
                    data.toString());
        }
    }

    /** Ids of what there is. The same numbers give the same ids, where the builds file alike. */
    private static List<Long> some(String path, int most, int port) throws IOException {
        var random = new Random(2026);
        var found = new ArrayList<Long>();
        try (var connection = new HttpConnection(port)) {
            for (int tried = 0; tried < 100 * IDS && found.size() < IDS; tried++) {
                long id = 1 + random.nextInt(most);
                var request = HttpConnection.request(path.formatted(id));
                if (connection.get(request).status() == 200) {
                    found.add(id);
                }
            }
        }
        if (found.isEmpty()) {
            throw new IOException("nothing is found at " + path + "; take more mails");
        }
        return found;
    }

    Path lmtpSocket() {
        return data.resolve("lmtp.sock");
    }

    int port() {
        return server.port();
    }

    /** Of a maintainer. */
    String token() {
        return token;
    }

    long patch(int number) {
        return patches.get(number % patches.size());
    }

    /** How often the numbers before this one came to the same patch. */
    int visit(int number) {
        return number / patches.size();
    }

    long series(int number) {
        return series.get(number % series.size());
    }

    CpuClock cpu() {
        return server.cpu();
    }

    @Override
    public void close() {
        server.close();
    }
}
