package io.patchbay.rest.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.patchbay.rest.json.FieldRule;
import io.patchbay.rest.json.Kind;
import io.patchbay.rest.request.Call;
import io.patchbay.tracker.Reading;
import io.patchbay.tracker.model.CheckState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be written at an address, as a person fills it in.
 *
 * @param method POST or PUT
 * @param content the same as JSON, to be edited by hand
 */
record EditForm(
        String address,
        String method,
        List<Control> controls,
        String content,
        List<String> mediaTypes) {

    /**
     * @param shown the object that the page shows; empty where a new one is made
     */
    static EditForm of(Endpoint.Form form, Call call, Map<?, ?> shown, Reading reading) {
        var controls = new ArrayList<Control>();
        var content = new LinkedHashMap<String, @Nullable Object>();
        for (var field : form.shape().fields()) {
            var about = field.about();
            if (about.writable()) {
                var value = shown.get(field.name());
                addControls(controls, field.name(), about, value, shown, reading);
                content.put(field.name(), written(about, value));
            }
        }
        return new EditForm(
                call.request().rawPathAndQuery(),
                form.method().name(),
                controls,
                Rendering.write(call, out -> out.tree(content), 4).toString(UTF_8),
                Rendering.PARSED.subList(0, 2));
    }

    private static void addControls(
            List<Control> controls,
            String name,
            FieldRule about,
            @Nullable Object value,
            Map<?, ?> shown,
            Reading reading) {
        var parts = about.shape();
        if (about.kind() == Kind.NESTED && parts != null) {
            for (var part : parts.fields()) {
                var partValue = value instanceof Map<?, ?> map ? map.get(part.name()) : null;
                addControls(
                        controls,
                        name + "." + part.name(),
                        part.about(),
                        partValue,
                        shown,
                        reading);
            }
        } else if (about.kind() == Kind.BOOLEAN && !about.nullable()) {
            controls.add(
                    Control.flag(about.label(), name, Boolean.TRUE.equals(value), about.help()));
        } else {
            controls.add(
                    new Control(
                            about.label(),
                            name,
                            text(written(about, value)),
                            about.help(),
                            choices(about, value, shown, reading),
                            about.kind() == Kind.OBJECTS));
        }
    }

    /** An object is written as its id. */
    private static @Nullable Object written(FieldRule about, @Nullable Object value) {
        return switch (value) {
            case null -> about.nullable() ? null : nothing(about.kind());
            case Map<?, ?> object when about.kind() == Kind.OBJECT -> object.get("id");
            case List<?> objects when about.kind() == Kind.OBJECTS ->
                    objects.stream().map(object -> ((Map<?, ?>) object).get("id")).toList();
            default -> value;
        };
    }

    private static @Nullable Object nothing(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> false;
            case OBJECTS -> List.of();
            case OBJECT -> null;
            case NESTED -> Map.of();
            default -> "";
        };
    }

    private static String text(@Nullable Object written) {
        return switch (written) {
            case null -> "";
            case List<?> several -> several.stream().map(String::valueOf).collect(joining(", "));
            default -> written.toString();
        };
    }

    private static List<Control.Choice> choices(
            FieldRule about, @Nullable Object value, Map<?, ?> shown, Reading reading) {
        return switch (about.kind()) {
            case STATE ->
                    reading.projects().states().stream()
                            .map(state ->
                                    new Control.Choice(
                                            state.slug(), state.name(), state.slug().equals(value)))
                            .toList();
            case CHECK_STATE ->
                    Arrays.stream(CheckState.values())
                            .map(state -> new Control.Choice(state.label(), state.label(), false))
                            .toList();
            case BOOLEAN ->
                    List.of(
                            new Control.Choice("", "Unknown", value == null),
                            new Control.Choice("true", "Yes", Boolean.TRUE.equals(value)),
                            new Control.Choice("false", "No", Boolean.FALSE.equals(value)));
            case OBJECT -> maintainers(value, shown, reading);
            default -> List.of();
        };
    }

    /** Nobody else can be a delegate. */
    private static List<Control.Choice> maintainers(
            @Nullable Object value, Map<?, ?> shown, Reading reading) {
        var now = value instanceof Map<?, ?> user ? user.get("id") : null;
        if (!(shown.get("project") instanceof Map<?, ?> project
                && project.get("id") instanceof Long projectId)) {
            return List.of();
        }
        var choices = new ArrayList<Control.Choice>();
        choices.add(new Control.Choice("", "Nobody", now == null));
        for (var user :
                reading.projects()
                        .maintainers(List.of(projectId))
                        .getOrDefault(projectId, List.of())) {
            var id = Long.toString(user.id());
            choices.add(new Control.Choice(id, user.displayName(), id.equals(String.valueOf(now))));
        }
        return choices;
    }
}
