package io.patchbay.intake.mirror;

import io.patchbay.intake.source.QuietGit;
import io.patchbay.tracker.mails.ListMirror;

import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLException;

/** A repository that is asked over the network, by whatever protocol its URL says. */
final class GitRemote {

    /** Without a byte from the other side. */
    private static final int TIMEOUT_SECONDS = 60;

    private final String url;

    /**
     * The newest commit.
     *
     * @param ref by which the remote calls it
     */
    record Tip(String ref, ObjectId commit) {}

    GitRemote(String url) {
        this.url = url;
    }

    static {
        QuietGit.install();
    }

    String url() {
        return url;
    }

    String shown() {
        return ListMirror.shown(url);
    }

    /** Empty if it has no commits. */
    Optional<Tip> tip() throws MirrorTrouble {
        try (var nowhere = nowhere();
                var transport = Transport.open(nowhere, uri())) {
            transport.setTimeout(TIMEOUT_SECONDS);
            try (var connection = transport.openFetch()) {
                return tipOf(connection.getRef(Constants.HEAD))
                        .or(() -> onlyBranch(List.copyOf(connection.getRefs())));
            }
        } catch (IOException | URISyntaxException e) {
            throw trouble(e);
        }
    }

    /** A repository that is never made: what is only asked needs one to name. */
    private static Repository nowhere() throws IOException {
        return new FileRepositoryBuilder().setGitDir(new File("/dev/null")).setBare().build();
    }

    /** JGit knows no URL without a path. */
    private URIish uri() throws URISyntaxException {
        return new URIish(url.matches("\\w+://[^/]+") ? url + "/" : url);
    }

    /** Where HEAD names a branch that is not there: the only one, or the one of the usual name. */
    private static Optional<Tip> onlyBranch(List<Ref> refs) {
        var branches =
                refs.stream().filter(ref -> ref.getName().startsWith(Constants.R_HEADS)).toList();
        return branches.stream()
                .filter(ref ->
                        branches.size() == 1
                                || ref.getName().equals(Constants.R_HEADS + Constants.MASTER))
                .findFirst()
                .flatMap(GitRemote::tipOf);
    }

    private static Optional<Tip> tipOf(@Nullable Ref ref) {
        var commit = ref == null ? null : ref.getObjectId();
        return ref == null || commit == null
                ? Optional.empty()
                : Optional.of(new Tip(ref.getName(), commit));
    }

    /**
     * @param as the reference that is set in the local repository
     * @param depth how many commits, of all if null; a server that cannot count gives all
     */
    void fetch(Repository to, Tip tip, String as, @Nullable Integer depth, ProgressMonitor progress)
            throws MirrorTrouble {
        try (var transport = Transport.open(to, uri())) {
            transport.setTimeout(TIMEOUT_SECONDS);
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setDepth(depth);
            var result =
                    transport.fetch(progress, List.of(new RefSpec("+" + tip.ref() + ":" + as)));
            var update = result.getTrackingRefUpdate(as);
            if (update != null && isRefused(update.getResult())) {
                throw new MirrorTrouble(
                        "%s: fetched, but %s cannot be set: %s"
                                .formatted(shown(), as, update.getResult()));
            }
        } catch (MirrorTrouble e) {
            throw e;
        } catch (IOException | URISyntaxException e) {
            throw trouble(e);
        }
    }

    private static boolean isRefused(RefUpdate.Result result) {
        return switch (result) {
            case LOCK_FAILURE, IO_FAILURE, REJECTED, REJECTED_OTHER_REASON -> true;
            default -> false;
        };
    }

    private MirrorTrouble trouble(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return MirrorTrouble.of("%s cannot be read: %s".formatted(shown(), told(e)), e);
    }

    private @Nullable MirrorTrouble known(Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ ->
                    unreachable("there is no host '%s'".formatted(cause.getMessage()), cause);
            case ConnectException _, NoRouteToHostException _, SocketTimeoutException _ ->
                    unreachable(cause.getMessage(), cause);
            case SSLException _ -> unreachable(cause.getMessage(), cause);
            case NoRemoteRepositoryException _ -> absent(cause);
            case RemoteRepositoryException _ -> absent(cause);
            case PackProtocolException _ -> absent(cause);
            case TransportException refused when isPrivate(refused) ->
                    MirrorTrouble.of(
                            ("%s asks for a name and a password: it is private, or not there. Patchbay"
                                            + " follows what everybody may read; clone it and give the"
                                            + " folder")
                                    .formatted(shown()),
                            cause);
            default -> null;
        };
    }

    private static String told(Throwable cause) {
        return ListMirror.shown(String.valueOf(cause.getMessage()));
    }

    private static boolean isPrivate(TransportException e) {
        var text = String.valueOf(e.getMessage());
        return text.contains("Authentication is required")
                || text.contains("not authorized")
                || text.contains("not permitted")
                || text.contains("authentication not supported");
    }

    private MirrorTrouble unreachable(@Nullable String why, Throwable cause) {
        return MirrorTrouble.of("%s cannot be reached: %s".formatted(shown(), why), cause);
    }

    private MirrorTrouble absent(Throwable cause) {
        return MirrorTrouble.absent(
                "there is no git repository at %s (%s)".formatted(shown(), told(cause)), cause);
    }
}
