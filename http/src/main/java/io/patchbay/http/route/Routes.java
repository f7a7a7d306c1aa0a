package io.patchbay.http.route;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Method;
import io.patchbay.http.message.NotAllowed;
import io.patchbay.http.message.Percent;
import io.patchbay.http.message.Request;
import io.patchbay.http.message.Response;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The table of contents: which path is answered by whom. A pattern's {@code {name}} takes one
 * segment, {@code {name:number}} one of digits, and {@code {name*}} at the end all that is left.
 * Paths are matched as they were sent, so an escaped slash does not end a segment; fixed text goes
 * before numbers, numbers before names.
 */
public final class Routes {

    private final Node root = new Node();
    private @Nullable Handler otherwise;
    private final SortedSet<String> patterns = new TreeSet<>();

    /** HEAD follows GET, and OPTIONS names the methods. */
    public Routes get(String pattern, Handler handler) {
        return on(Method.GET, pattern, handler);
    }

    public Routes post(String pattern, Handler handler) {
        return on(Method.POST, pattern, handler);
    }

    public Routes on(Method method, String pattern, Handler handler) {
        var before = leaf(pattern).handlers.putIfAbsent(method, handler);
        if (before != null) {
            throw new IllegalStateException(method + " " + pattern + " is already routed");
        }
        return this;
    }

    /** For a handler that sees to every method itself, HEAD and OPTIONS too. */
    public Routes all(String pattern, Handler handler) {
        for (var method : Method.values()) {
            on(method, pattern, handler);
        }
        return this;
    }

    /**
     * Answers where no pattern leads, not even with a slash added; throws a 404 where it knows
     * nothing either.
     */
    public void otherwise(Handler handler) {
        otherwise = handler;
    }

    /** All patterns that lead somewhere. */
    public Set<String> patterns() {
        return Collections.unmodifiableSet(patterns);
    }

    private Node leaf(String pattern) {
        patterns.add(pattern);
        var node = root;
        for (var segment : segmentsOf(pattern)) {
            node = node.child(segment);
        }
        return node;
    }

    /** Answers, or throws the error that is the answer. */
    public Response answer(Request request) throws java.io.IOException {
        var path = request.rawPath();
        var match = match(path);
        if (match == null) {
            // Clients ask without the last slash (b4, snowpatch); they find what they meant.
            if (!path.endsWith("/") && match(path + "/") != null) {
                var query = request.rawQuery();
                return Response.redirect(301, path + "/" + (query == null ? "" : "?" + query));
            }
            if (otherwise != null) {
                return otherwise.handle(request);
            }
            throw HttpError.notFound("There is no page at this address.");
        }
        var handler = match.node.handlers.get(request.method());
        if (handler == null && request.method() == Method.HEAD) {
            handler = match.node.handlers.get(Method.GET);
        }
        if (handler != null) {
            return handler.handle(request.at(match.segments));
        }
        if (request.method() == Method.OPTIONS) {
            return Response.empty(200).header("Allow", match.node.allow());
        }
        throw new NotAllowed(request.methodName(), match.node.allow());
    }

    private @Nullable Match match(String path) {
        var segments = segmentsOf(path);
        var values = new String[segments.length];
        var node = root.find(segments, 0, values);
        if (node == null) {
            return null;
        }
        if (node.names.isEmpty()) {
            return new Match(node, Map.of());
        }
        var named = new HashMap<String, String>();
        node.names.forEach((index, name) -> named.put(name, values[index]));
        return new Match(node, named);
    }

    /** {@code /a/b/} has the segments a, b and an empty one. */
    private static String[] segmentsOf(String path) {
        return path.substring(1).split("/", -1);
    }

    private record Match(Node node, Map<String, String> segments) {}

    private static final class Node {

        private final Map<String, Node> fixed = new HashMap<>();
        private @Nullable Node number;
        private @Nullable Node name;
        private @Nullable Node rest;
        private final Map<Integer, String> names = new LinkedHashMap<>();
        private final Map<Method, Handler> handlers = new EnumMap<>(Method.class);
        private int depth;

        Node child(String segment) {
            if (!segment.startsWith("{")) {
                return fixed.computeIfAbsent(segment, _ -> below(null));
            }
            var inner = segment.substring(1, segment.length() - 1);
            if (inner.endsWith(":number")) {
                return number = known(number, inner.substring(0, inner.indexOf(':')));
            }
            if (inner.endsWith("*")) {
                return rest = known(rest, inner.substring(0, inner.length() - 1));
            }
            return name = known(name, inner);
        }

        private Node known(@Nullable Node node, String segmentName) {
            if (node != null && !segmentName.equals(node.names.get(depth))) {
                throw new IllegalStateException(
                        "a segment has two names: {%s} and {%s}; use one of them"
                                .formatted(node.names.get(depth), segmentName));
            }
            return node == null ? below(segmentName) : node;
        }

        private Node below(@Nullable String segmentName) {
            var node = new Node();
            node.depth = depth + 1;
            node.names.putAll(names);
            if (segmentName != null) {
                node.names.put(depth, segmentName);
            }
            return node;
        }

        @Nullable Node find(String[] segments, int at, String[] values) {
            if (at == segments.length) {
                return handlers.isEmpty() ? null : this;
            }
            var segment = segments[at];
            var next = fixed.get(segment);
            var found = next == null ? null : next.find(segments, at + 1, values);
            if (found == null && number != null && isNumber(segment)) {
                values[at] = segment;
                found = number.find(segments, at + 1, values);
            }
            if (found == null && name != null && !segment.isEmpty()) {
                values[at] = Percent.decode(segment);
                found = name.find(segments, at + 1, values);
            }
            if (found == null && rest != null) {
                values[at] =
                        Percent.decode(
                                String.join(
                                        "/",
                                        java.util.Arrays.asList(segments)
                                                .subList(at, segments.length)));
                found = rest;
            }
            return found;
        }

        private static boolean isNumber(String segment) {
            for (int i = 0; i < segment.length(); i++) {
                if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
                    return false;
                }
            }
            return !segment.isEmpty();
        }

        String allow() {
            Set<Method> methods = new TreeSet<>(handlers.keySet());
            if (methods.contains(Method.GET)) {
                methods.add(Method.HEAD);
            }
            methods.add(Method.OPTIONS);
            methods.remove(Method.OTHER);
            return methods.stream().map(Method::name).collect(Collectors.joining(", "));
        }
    }
}
