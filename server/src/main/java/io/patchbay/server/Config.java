package io.patchbay.server;

import io.patchbay.qmp.standalone.StartOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/**
 * All that a server is told from outside, read once.
 *
 * @param domain where clients find the site; null for the address it listens on
 * @param behindProxy whether a proxy before it tells scheme and address of clients
 * @param xmlrpc whether pwclient's old interface is there
 * @param monitor the unix socket of the first monitor; null for none
 * @param plugs what else is plugged into the control plane at the start
 * @param followed public-inbox folders whose mails are taken as they come
 */
public record Config(
        Storage storage,
        Address http,
        @Nullable String domain,
        boolean behindProxy,
        boolean xmlrpc,
        @Nullable Path monitor,
        StartOptions plugs,
        List<Followed> followed) {

    /** Found where it listens, with nothing in between, and without a monitor. */
    public static Config of(Storage storage, Address http) {
        return new Config(storage, http, null, false, false, null, new StartOptions(), List.of());
    }

    public Config withXmlRpc() {
        return new Config(storage, http, domain, behindProxy, true, monitor, plugs, followed);
    }

    Config withPlugs(StartOptions added) {
        return new Config(storage, http, domain, behindProxy, xmlrpc, monitor, added, followed);
    }
}
