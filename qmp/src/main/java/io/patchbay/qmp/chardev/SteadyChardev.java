package io.patchbay.qmp.chardev;

/** A device with one stream for all its life: a file, a pipe, the standard streams, a buffer. */
final class SteadyChardev extends Chardev {

    private final String filename;
    private final ByteStream stream;
    private final boolean losesClients;
    private final OpenConnections open;

    SteadyChardev(
            String label,
            String filename,
            ByteStream stream,
            boolean losesClients,
            OpenConnections open) {
        super(label);
        this.losesClients = losesClients;
        this.filename = filename;
        this.stream = stream;
        this.open = open;
    }

    @Override
    void start() {
        new Connection(this, stream, open).start();
    }

    @Override
    public String filename() {
        return filename;
    }

    @Override
    public boolean offersOutOfBand() {
        return stream.hasInput();
    }

    @Override
    boolean losesClients() {
        return losesClients;
    }

    @Override
    void release() {
        // The stream goes with its connection.
    }
}
