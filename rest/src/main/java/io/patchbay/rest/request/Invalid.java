package io.patchbay.rest.request;

import io.patchbay.http.message.HttpError;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request body that breaks rules: for each field what is wrong with it (rest-api §13). */
public final class Invalid extends HttpError {

    @Serial private static final long serialVersionUID = 1;

    private final transient Map<String, Object> errors;

    /**
     * @param errors by field: a list of texts, or again a map for a nested object
     */
    Invalid(Map<String, Object> errors) {
        super(400, errors.toString());
        this.errors = new LinkedHashMap<>(errors);
    }

    public static Invalid field(String name, String message) {
        return new Invalid(Map.of(name, List.of(message)));
    }

    public ApiReply reply() {
        return new ApiReply(400, out -> out.tree(errors));
    }
}
