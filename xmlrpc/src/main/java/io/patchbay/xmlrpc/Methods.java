package io.patchbay.xmlrpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of methods (xmlrpc §3). */
final class Methods {

    private final Map<String, Method> byName = new LinkedHashMap<>();

    /** Answers a call. */
    @FunctionalInterface
    interface Body {

        Object answer(Arguments arguments, Caller caller);
    }

    /**
     * One line of the table.
     *
     * @param mandatory names of the arguments that must be given
     * @param optional names of those that may
     */
    record Method(
            String name, List<String> mandatory, List<String> optional, String about, Body body) {

        String signature() {
            var all = new StringBuilder(String.join(", ", mandatory));
            for (var argument : optional) {
                all.append(all.isEmpty() ? "[" : ", [").append(argument).append(']');
            }
            return name + "(" + all + ")";
        }
    }

    Methods(Lookups lookups, Writes writes) {
        var search = List.of("search_str", "max_count");
        add(
                "pw_rpc_version",
                List.of(),
                List.of(),
                "The version of this interface.",
                (_, _) -> List.of(1, 3, 0));
        add(
                "project_list",
                List.of(),
                search,
                "Projects whose link name holds a text.",
                (given, _) -> lookups.projects(given.text(0, ""), given.number(1, 0)));
        add(
                "project_get",
                List.of("project_id"),
                List.of(),
                "A project.",
                (given, _) -> lookups.project(given.number(0)));
        add(
                "person_list",
                List.of(),
                search,
                "People whose name or address holds a text.",
                (given, _) -> lookups.people(given.text(0, ""), given.number(1, 0)));
        add(
                "person_get",
                List.of("person_id"),
                List.of(),
                "A person.",
                (given, _) -> lookups.person(given.number(0)));
        add(
                "patch_list",
                List.of(),
                List.of("filter"),
                "Patches that a filter lets through.",
                (given, _) -> lookups.patches(given.struct(0)));
        add(
                "patch_get",
                List.of("patch_id"),
                List.of(),
                "A patch.",
                (given, _) -> lookups.patch(given.number(0)));
        add(
                "patch_get_by_hash",
                List.of("hash"),
                List.of(),
                "The patch whose diff has this hash.",
                (given, _) -> lookups.patchWithHash(given.text(0)));
        add(
                "patch_get_by_project_hash",
                List.of("project", "hash"),
                List.of(),
                "The same, within a project.",
                (given, _) -> lookups.patchWithHash(given.text(0), given.text(1)));
        add(
                "patch_get_mbox",
                List.of("patch_id"),
                List.of(),
                "A patch as a mail that git am takes.",
                (given, _) -> lookups.mbox(given.number(0)));
        add(
                "patch_get_diff",
                List.of("patch_id"),
                List.of(),
                "The diff of a patch.",
                (given, _) -> lookups.diff(given.number(0)));
        add(
                "patch_set",
                List.of("patch_id", "params"),
                List.of(),
                "Sets state, commit_ref or archived; signed in.",
                (given, caller) -> writes.set(caller, given.number(0), given.struct(1)));
        add(
                "state_list",
                List.of(),
                search,
                "States whose name holds a text.",
                (given, _) -> lookups.states(given.text(0, ""), given.number(1, 0)));
        add(
                "state_get",
                List.of("state_id"),
                List.of(),
                "A state.",
                (given, _) -> lookups.state(given.number(0)));
        add(
                "check_list",
                List.of(),
                List.of("filter"),
                "Checks that a filter lets through.",
                (given, _) -> lookups.checks(given.struct(0)));
        add(
                "check_get",
                List.of("check_id"),
                List.of(),
                "A check.",
                (given, _) -> lookups.check(given.number(0)));
        add(
                "patch_check_get",
                List.of("patch_id"),
                List.of(),
                "The latest checks of a patch.",
                (given, _) -> lookups.checksOf(given.number(0)));
        add(
                "check_create",
                List.of("patch_id", "context", "state"),
                List.of("target_url", "description"),
                "Adds a check to a patch; signed in.",
                (given, caller) ->
                        writes.addCheck(
                                caller,
                                given.number(0),
                                given.text(1),
                                given.text(2),
                                given.text(3, ""),
                                given.text(4, "")));
    }

    private void add(
            String name, List<String> mandatory, List<String> optional, String about, Body body) {
        byName.put(name, new Method(name, mandatory, optional, about, body));
    }

    Object answer(Call call, Caller caller) {
        var method = byName.get(call.method());
        if (method == null) {
            throw Fault.of("method \"" + call.method() + "\" is not supported");
        }
        var arguments = new Arguments(call);
        arguments.require(method.mandatory, method.mandatory.size() + method.optional.size());
        return method.body.answer(arguments, caller);
    }

    Iterable<Method> all() {
        return byName.values();
    }
}
