package io.patchbay.server;

import io.patchbay.qmp.standalone.StartOptions;
import io.patchbay.tracker.accounts.MailSender;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;

/**
 * All that a server is told from outside, read once.
 *
 * @param domain where clients find the site; null for the address it listens on
 * @param behindProxy whether a proxy before it tells scheme and address of clients
 * @param xmlrpc whether pwclient's old interface is there
 * @param mail how mail comes in
 * @param keepAudit how long the audit record is kept; null for ever
 * @param monitor the unix socket of the first monitor; null for none
 * @param plugs what else is plugged into the control plane at the start
 */
public record Config(
        Storage storage,
        Address http,
        @Nullable String domain,
        boolean behindProxy,
        boolean xmlrpc,
        MailConfig mail,
        @Nullable Duration keepAudit,
        @Nullable Path monitor,
        StartOptions plugs) {

    /** Found where it listens, with nothing in between, and without doors for mail or monitors. */
    public static Config of(Storage storage, Address http) {
        return new Config(
                storage,
                http,
                null,
                false,
                false,
                MailConfig.NO_DOORS,
                null,
                null,
                new StartOptions());
    }

    public Config withMailSender(MailSender postman) {
        return new Config(
                storage,
                http,
                domain,
                behindProxy,
                xmlrpc,
                mail.with(postman),
                keepAudit,
                monitor,
                plugs);
    }

    public Config withMirrors(Path copies) {
        return new Config(
                storage,
                http,
                domain,
                behindProxy,
                xmlrpc,
                mail.withMirrors(copies),
                keepAudit,
                monitor,
                plugs);
    }

    public Config withXmlRpc() {
        return new Config(
                storage, http, domain, behindProxy, true, mail, keepAudit, monitor, plugs);
    }

    public Config withPlugs(StartOptions added) {
        return new Config(
                storage, http, domain, behindProxy, xmlrpc, mail, keepAudit, monitor, added);
    }

    public Config withMonitor(Path socket) {
        return new Config(
                storage, http, domain, behindProxy, xmlrpc, mail, keepAudit, socket, plugs);
    }
}
