package io.patchbay.acceptance.doors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A way by which people and programs reach a server, as its real clients use it. */
abstract class Door {

    /** Each by its name in the {@link RuleTable}. */
    static final Map<String, Function<DoorSite, Door>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("REST", RestDoor::ofPatchwork);
        ALL.put("REST, ours", RestDoor::ofOurs);
        ALL.put("page", PageDoor::ofOne);
        ALL.put("list page", PageDoor::ofMany);
        ALL.put("XML-RPC", XmlRpcDoor::new);
        ALL.put("monitor", MonitorDoor::new);
        ALL.put("verb", VerbDoor::new);
    }

    /** What is said of a wish that was granted. */
    static final String KEPT = "kept";

    private final Map<String, Way> ways = new LinkedHashMap<>();

    /** Asks for something, and returns {@link #KEPT} or what was said instead. */
    @FunctionalInterface
    interface Way {

        String ask(Wish wish) throws Exception;
    }

    final void way(String field, Way way) {
        ways.put(field, way);
    }

    final Set<String> fields() {
        return ways.keySet();
    }

    /** Whether this can be said here at all. */
    final boolean carries(Wish wish) {
        return ways.containsKey(wish.field())
                && knows(wish.who())
                && (carriesNullCharacters() || wish.value().indexOf('\0') < 0);
    }

    /** Whether one can be this user here. */
    abstract boolean knows(String who);

    boolean carriesNullCharacters() {
        return true;
    }

    final String ask(Wish wish) throws Exception {
        return ways.get(wish.field()).ask(wish);
    }
}
