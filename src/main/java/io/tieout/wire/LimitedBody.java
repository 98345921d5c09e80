package io.tieout.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** Gathers a body up to a limit; beyond it the answer fails as a whole, because half an answer is none. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int bytesMax;
    private final HttpResponse.BodySubscriber<byte[]> gathering = HttpResponse.BodySubscribers.ofByteArray();
    private Flow.@org.jspecify.annotations.Nullable Subscription subscription;
    private long bytesSeen;
    private boolean stopped;

    LimitedBody(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    static byte[] gunzip(byte[] body, int bytesMax) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(bytesMax + 1);
            if (plain.length > bytesMax) {
                throw tooLarge(bytesMax);
            }
            return plain;
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return gathering.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        gathering.onSubscribe(newSubscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (stopped) {
            return;
        }
        bytesSeen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytesSeen <= bytesMax) {
            gathering.onNext(buffers);
            return;
        }
        stopped = true;
        if (subscription != null) {
            subscription.cancel();
        }
        gathering.onError(tooLarge(bytesMax));
    }

    @Override
    public void onError(Throwable failure) {
        if (!stopped) {
            gathering.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!stopped) {
            gathering.onComplete();
        }
    }

    private static IOException tooLarge(int bytesMax) {
        return new TooLargeException("the answer is larger than " + bytesMax + " bytes");
    }

    /** An answer beyond the limit, told apart from a broken connection. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }
}
