package io.tieout.chain;

import io.tieout.plan.Environment;

/**
 * The first event of a stream, alone in block 0: it binds the stream to one installation and environment for ever.
 *
 * @param environment sandbox or production
 * @param installationId identity of this ledger, 1 to 64 printable characters
 * @param stream the stream's own name
 */
public record Genesis(Environment environment, String installationId, String stream) {

    public Genesis {
        if (installationId.isBlank() || installationId.length() > 64) {
            throw new IllegalArgumentException("an installation id has 1 to 64 characters: '" + installationId + "'");
        }
        if (stream.isBlank() || stream.length() > 200) {
            throw new IllegalArgumentException("a stream name has 1 to 200 characters: '" + stream + "'");
        }
    }

    /** The event; its fields are environment, installation, stream. */
    public ChainEvent toEvent() {
        return ChainEvent.of(
                EventKind.GENESIS,
                new PayloadWriter()
                        .text(environment.code())
                        .text(installationId)
                        .text(stream)
                        .finish());
    }

    /**
     * Reads the genesis out of a walked block 0.
     *
     * @throws IllegalArgumentException when the block does not hold one genesis event
     */
    public static Genesis of(ChainBlock block) {
        int size = Frame.sizeAt(block.body(), 0);
        if (block.eventCount() != 1 || size != block.body().length) {
            throw new IllegalArgumentException("a genesis block holds one event");
        }
        var frame = Frame.at(block.body(), 0, size);
        if (frame.type() != EventKind.GENESIS.code()) {
            throw new IllegalArgumentException("the first event has type " + frame.type() + ", not GENESIS");
        }
        var payload = frame.payload();
        return new Genesis(environment(payload.text(0)), payload.text(1), payload.text(2));
    }

    static Environment environment(String code) {
        return Environment.of(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an environment is 'sandbox' or 'production', not '" + code + "'"));
    }
}
