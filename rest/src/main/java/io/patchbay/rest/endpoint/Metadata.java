package io.patchbay.rest.endpoint;

import io.patchbay.rest.json.FieldRule;
import io.patchbay.rest.json.JsonOut;
import io.patchbay.rest.json.Kind;
import io.patchbay.rest.json.Shape;
import io.patchbay.rest.request.ApiReply;
import io.patchbay.rest.request.Call;
import io.patchbay.tracker.model.CheckState;

/** What OPTIONS answers (rest-api §12). */
final class Metadata {

    private Metadata() {}

    static ApiReply of(Endpoint endpoint, Call call) {
        var form = endpoint.form();
        boolean shown = form != null && endpoint.permits(call);
        return ApiReply.ok(out -> {
            out.startObject();
            text(out, "name", endpoint.name());
            text(out, "description", endpoint.description());
            out.name("renders");
            out.texts(endpoint.types());
            out.name("parses");
            out.texts(Rendering.PARSED);
            if (shown && form != null) {
                out.name("actions");
                out.startObject();
                out.name(form.method().name());
                fields(out, form.shape());
                out.endObject();
            }
            out.endObject();
        });
    }

    private static void fields(JsonOut out, Shape<?> shape) {
        out.startObject();
        for (var field : shape.fields()) {
            out.name(field.name());
            field(out, field.about());
        }
        out.endObject();
    }

    private static void field(JsonOut out, FieldRule about) {
        out.startObject();
        text(out, "type", about.kind().word());
        flag(out, "required", about.required());
        flag(out, "read_only", !about.writable());
        text(out, "label", about.label());
        if (!about.help().isEmpty()) {
            text(out, "help_text", about.help());
        }
        if (about.maxLength() > 0) {
            out.name("max_length");
            out.number(about.maxLength());
        }
        var range = about.range();
        if (range != null) {
            out.name("min_value");
            out.number(range.least());
            out.name("max_value");
            out.number(range.greatest());
        }
        var nested = about.shape();
        if (about.kind() == Kind.NESTED && nested != null) {
            out.name("children");
            fields(out, nested);
        }
        if (about.kind() == Kind.CHECK_STATE && about.writable()) {
            out.name("choices");
            choices(out);
        }
        out.endObject();
    }

    private static void choices(JsonOut out) {
        out.startArray();
        for (var state : CheckState.values()) {
            out.startObject();
            out.name("value");
            out.number(state.ordinal());
            text(out, "display_name", state.label());
            out.endObject();
        }
        out.endArray();
    }

    private static void text(JsonOut out, String name, String value) {
        out.name(name);
        out.text(value);
    }

    private static void flag(JsonOut out, String name, boolean value) {
        out.name(name);
        out.bool(value);
    }
}
