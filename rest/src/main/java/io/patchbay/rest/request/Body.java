package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;
import io.patchbay.http.message.Parameters;
import io.patchbay.http.message.Request;
import io.patchbay.rest.json.PatchworkJson;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request sends, as JSON or as a form.
 *
 * @param content of JSON: maps, lists, texts, numbers, flags and null; of a form: {@link
 *     Parameters}
 */
public record Body(@Nullable Object content) {

    /** Of JSON, however nested; far more than anything of ours has. */
    private static final int MOST_VALUES = 250_000;

    /** A type we do not read is a 415, JSON that is none a 400; no type means no content. */
    public static Body of(Request request) throws IOException {
        return switch (request.contentType()) {
            case "" -> new Body(Map.of());
            case "application/json" ->
                    new Body(request.body().length == 0 ? Map.of() : json(request.body()));
            case "application/x-www-form-urlencoded", "multipart/form-data" ->
                    new Body(request.form());
            default ->
                    throw new HttpError(
                            415,
                            "Unsupported media type \"%s\" in request."
                                    .formatted(request.header("Content-Type")));
        };
    }

    public static boolean isForm(Body body) {
        return body.content() instanceof Parameters;
    }

    /** The word by which messages call the type of a value; they come from a Python program. */
    static String typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case String _ -> "str";
            case Boolean _ -> "bool";
            case Long _ -> "int";
            case Double _ -> "float";
            case List<?> _ -> "list";
            default -> "dict";
        };
    }

    public static @Nullable Object json(byte[] text) {
        try (var parser = PatchworkJson.parser(text)) {
            parser.nextToken();
            var value = new Values().value(parser);
            if (parser.nextToken() != null) {
                throw invalid("Extra data", parser);
            }
            return value;
        } catch (StreamReadException e) {
            var at = e.getLocation();
            throw HttpError.badRequest(
                    "JSON parse error - Expecting value: line %d column %d (char %d)"
                            .formatted(at.getLineNr(), at.getColumnNr(), at.getByteOffset()));
        } catch (JacksonException e) {
            throw HttpError.badRequest("JSON parse error - " + e.getOriginalMessage());
        }
    }

    /** Reads values, and counts them: each takes more room in memory than in the text. */
    private static final class Values {

        private int count;

        @Nullable Object value(JsonParser parser) {
            if (++count > MOST_VALUES) {
                throw HttpError.badRequest(
                        "There are more than " + MOST_VALUES + " values; send less.");
            }
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(parser);
                case START_ARRAY -> array(parser);
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER_INT -> integer(parser);
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                case null -> throw invalid("Expecting value", parser);
                default -> throw new IllegalStateException("no value: " + parser.currentToken());
            };
        }

        private Object integer(JsonParser parser) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? parser.getDoubleValue()
                    : (Object) parser.getLongValue();
        }

        private Map<String, @Nullable Object> object(JsonParser parser) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                parser.nextToken();
                object.put(name, value(parser));
            }
            return object;
        }

        private List<@Nullable Object> array(JsonParser parser) {
            var array = new ArrayList<@Nullable Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
    }

    private static HttpError invalid(String message, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return HttpError.badRequest(
                "JSON parse error - %s: line %d column %d (char %d)"
                        .formatted(message, at.getLineNr(), at.getColumnNr(), at.getByteOffset()));
    }
}
