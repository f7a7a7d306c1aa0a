package io.patchbay.rest;

import io.patchbay.http.message.Method;
import io.patchbay.rest.endpoint.Endpoint;
import io.patchbay.rest.endpoint.Listing;
import io.patchbay.rest.json.ApiVersion;
import io.patchbay.rest.json.FieldRule;
import io.patchbay.rest.json.Kind;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.Api;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Format;
import io.patchbay.rest.request.IdempotencyKey;
import io.patchbay.tracker.model.TextRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The OpenAPI 3.1 document of the newest version, made of the tables of routes and fields. */
final class OpenApi {

    private static final List<Map<String, Object>> SIGN_IN =
            List.of(Map.of(), Map.of("token", List.of()), Map.of("basic", List.of()));

    private static final Map<String, Object> ONCE =
            object(
                    "name",
                    IdempotencyKey.KEY,
                    "in",
                    "header",
                    "description",
                    "Any word; the same request with the same one, sent again within a day, makes"
                            + " nothing new and is answered as it was.",
                    "schema",
                    object("type", "string", "maxLength", (long) TextRule.REPEAT_KEY.longest()));

    /** Beside {@code detail} may stand what is wrong with each field of a body. */
    private static final Map<String, Object> ERROR =
            object("type", "object", "properties", object("detail", type("string")));

    private final Map<String, Object> schemas = new TreeMap<>();

    private OpenApi() {}

    static Endpoint endpoint(Supplier<List<RestApi.Place>> places) {
        var shape = Shape.<OpenApi>of("OpenApi").shape();
        return Endpoint.named("Schema", "The OpenAPI document of this API.")
                .get(
                        shape,
                        _ -> {
                            var document = new OpenApi().document(places.get());
                            return ApiReply.ok(out -> out.tree(document));
                        });
    }

    private Map<String, Object> document(List<RestApi.Place> places) {
        var paths = new LinkedHashMap<String, Object>();
        for (var place : places) {
            paths.put(Api.UNVERSIONED + place.path().replace(":number", ""), operations(place));
        }
        return object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Patchbay", "version", ApiVersion.NEWEST.number()),
                "security",
                SIGN_IN,
                "paths",
                paths,
                "components",
                object("schemas", schemas, "securitySchemes", signIns()));
    }

    private static Map<String, Object> signIns() {
        return object(
                "token",
                object(
                        "type", "apiKey",
                        "in", "header",
                        "name", "Authorization",
                        "description", "The word Token, a blank, and the key."),
                "basic",
                object("type", "http", "scheme", "basic"));
    }

    private Map<String, Object> operations(RestApi.Place place) {
        var operations = new LinkedHashMap<String, Object>();
        var parameters = pathParameters(place.path());
        if (!parameters.isEmpty()) {
            operations.put("parameters", parameters);
        }
        for (var method : place.endpoint().actions().keySet()) {
            operations.put(
                    method.name().toLowerCase(Locale.ROOT), operation(method, place.endpoint()));
        }
        return operations;
    }

    private static List<Object> pathParameters(String path) {
        var parameters = new ArrayList<>();
        for (var segment : path.split("/")) {
            if (segment.startsWith("{")) {
                boolean number = segment.endsWith(":number}");
                parameters.add(
                        object(
                                "name",
                                segment.substring(1, segment.length() - (number ? 8 : 1)),
                                "in",
                                "path",
                                "required",
                                true,
                                "schema",
                                type(number ? "integer" : "string")));
            }
        }
        return parameters;
    }

    private Map<String, Object> operation(Method method, Endpoint endpoint) {
        var operation = new LinkedHashMap<String, Object>();
        operation.put(
                "operationId",
                (method.name() + " " + endpoint.name()).toLowerCase(Locale.ROOT).replace(' ', '_'));
        var listing = endpoint.listing();
        if (method == Method.GET && listing != null) {
            operation.put("parameters", queryParameters(listing));
        }
        if (method == Method.POST) {
            operation.put("parameters", List.of(ONCE));
        }
        var form = endpoint.form();
        if (form != null && method != Method.GET && method != Method.DELETE) {
            operation.put("requestBody", object("content", json(asked(form.shape(), method))));
        }
        operation.put("responses", responses(method, endpoint));
        return operation;
    }

    private Map<String, Object> responses(Method method, Endpoint endpoint) {
        if (method == Method.DELETE) {
            return object("204", object("description", "Deleted."));
        }
        var shape = endpoint.shape();
        var answered =
                shape == null
                        ? type("object")
                        : method == Method.GET && endpoint.listing() != null
                                ? object("type", "array", "items", reference(shape))
                                : reference(shape);
        return object(
                method == Method.POST ? "201" : "200",
                object("description", "Done.", "content", content(endpoint, answered)),
                "default",
                object("description", "An error.", "content", json(ERROR)));
    }

    private static List<Object> queryParameters(Listing<?> listing) {
        var parameters = new ArrayList<>();
        for (var filter : listing.filters()) {
            parameters.add(query(filter.name(), type("string")));
        }
        if (listing.searched()) {
            parameters.add(query("q", type("string")));
        }
        parameters.add(query("order", type("string")));
        parameters.add(query("page", object("type", "integer", "minimum", 1L)));
        parameters.add(
                query(
                        "per_page",
                        object("type", "integer", "maximum", (long) Listing.LARGEST_SIZE)));
        parameters.add(
                object(
                        "name",
                        "cursor",
                        "in",
                        "query",
                        "description",
                        "Begins (empty) or continues a list without numbered pages; the"
                                + " header Link tells the next one.",
                        "schema",
                        type("string")));
        return parameters;
    }

    private static Map<String, Object> query(String name, Map<String, Object> schema) {
        return object("name", name, "in", "query", "schema", schema);
    }

    /** What a body can hold: of objects their ids. */
    private static Map<String, Object> asked(Shape<?> shape, Method method) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<>();
        for (var field : shape.fields()) {
            var about = field.about();
            if (about.writable()) {
                properties.put(field.name(), written(about, method));
                if (about.required() && method != Method.PATCH) {
                    required.add(field.name());
                }
            }
        }
        var schema = object("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> written(FieldRule about, Method method) {
        var parts = about.shape();
        return switch (about.kind()) {
            case OBJECT -> nullable(type("integer"), about);
            case OBJECTS -> object("type", "array", "items", type("integer"));
            case NESTED -> parts == null ? type("object") : asked(parts, method);
            default -> plain(about);
        };
    }

    private Map<String, Object> reference(Shape<?> shape) {
        if (!schemas.containsKey(shape.name())) {
            var properties = new LinkedHashMap<String, Object>();
            schemas.put(shape.name(), object("type", "object", "properties", properties));
            for (var field : shape.fields(ApiVersion.NEWEST)) {
                properties.put(field.name(), shown(field.about()));
            }
        }
        return object("$ref", "#/components/schemas/" + shape.name());
    }

    private Map<String, Object> shown(FieldRule about) {
        return switch (about.shape()) {
            case null -> about.among().shapes().isEmpty() ? plain(about) : anyOf(about.among());
            case Shape<?> shape when about.kind() == Kind.OBJECTS ->
                    object("type", "array", "items", reference(shape));
            case Shape<?> shape when about.nullable() ->
                    object("anyOf", List.of(reference(shape), type("null")));
            case Shape<?> shape -> reference(shape);
        };
    }

    private Map<String, Object> anyOf(FieldRule.Alternatives all) {
        return object("anyOf", all.shapes().stream().map(this::reference).toList());
    }

    private static Map<String, Object> plain(FieldRule about) {
        var kind = about.kind();
        var schema = nullable(type(kind.type()), about);
        if (kind.type().equals("array")) {
            schema.put("items", type("string"));
        } else if (!kind.format().isEmpty()) {
            schema.put("format", kind.format());
        }
        if (!about.among().words().isEmpty()) {
            schema.put("enum", about.among().words());
        }
        if (about.maxLength() > 0) {
            schema.put("maxLength", (long) about.maxLength());
        }
        if (!about.help().isEmpty()) {
            schema.put("description", about.help());
        }
        return schema;
    }

    private static Map<String, Object> nullable(Map<String, Object> schema, FieldRule about) {
        if (about.nullable()) {
            schema.put("type", List.of(String.valueOf(schema.get("type")), "null"));
        }
        return schema;
    }

    /** An answer in each type that has a schema, which pages have not. */
    private static Map<String, Object> content(Endpoint endpoint, Map<String, Object> schema) {
        var content = json(schema);
        if (endpoint.types().contains(Format.TEXT_TYPE)) {
            content.put(Format.TEXT_TYPE, object("schema", type("string")));
        }
        return content;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return object(Format.JSON_TYPE, object("schema", schema));
    }

    private static Map<String, Object> type(String name) {
        return object("type", name);
    }

    private static Map<String, Object> object(@Nullable Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            var value = keysAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return object;
    }
}
