package io.patchbay.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves the repositories of a folder on a port of this machine: {@code /0} is {@code git/0.git},
 * by {@code git http-backend}; the same below {@code /files/} as files, as a server does that knows
 * nothing of git; below {@code /private/} it asks for a password; below {@code /pages/} it answers
 * with a page.
 */
public final class GitHttp implements AutoCloseable {

    private final Path folder;
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    public GitHttp(Path folder) throws IOException {
        this(folder, 0);
    }

    /** On a port that was given out before. */
    public GitHttp(Path folder, int port) throws IOException {
        this.folder = folder;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How often it was asked. */
    public int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/private/")) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (path.startsWith("/pages/")) {
                send(exchange, 200, "<html>Hello</html>".getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("/files/")) {
                sendFile(exchange, folder.resolve(repository(path.substring("/files".length()))));
            } else {
                run(exchange, repository(path));
            }
        }
    }

    /** {@code /0/HEAD} is {@code git/0.git/HEAD}. */
    private static String repository(String path) {
        return path.replaceFirst("^/(\\d+)(/|$)", "git/$1.git/").replaceFirst("^/", "");
    }

    private static void sendFile(HttpExchange exchange, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            send(exchange, 200, Files.readAllBytes(file));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void run(HttpExchange exchange, String path) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend");
        var environment = builder.environment();
        var headers = exchange.getRequestHeaders();
        var query = exchange.getRequestURI().getRawQuery();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("PATH_INFO", "/" + path);
        environment.put("QUERY_STRING", query == null ? "" : query);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("CONTENT_TYPE", or(headers.getFirst("Content-Type")));
        environment.put("HTTP_CONTENT_ENCODING", or(headers.getFirst("Content-Encoding")));
        environment.put("GIT_PROTOCOL", or(headers.getFirst("Git-Protocol")));
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(stdin);
        }
        try (var stdout = process.getInputStream()) {
            reply(exchange, stdout);
        }
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void reply(HttpExchange exchange, InputStream cgi) throws IOException {
        int status = 200;
        for (var line = line(cgi); !line.isEmpty(); line = line(cgi)) {
            int colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(line.substring(0, colon), value);
            }
        }
        send(exchange, status, cgi.readAllBytes());
    }

    private static String line(InputStream stream) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
