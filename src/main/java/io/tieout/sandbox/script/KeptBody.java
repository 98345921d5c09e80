package io.tieout.sandbox.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A body held by the request log, gzipped when that is asked for and pays. */
public final class KeptBody {
    private static final int COMPRESS_FROM_BYTES = 200;

    private final byte[] held;
    private final boolean gzipped;

    private KeptBody(byte[] held, boolean gzipped) {
        this.held = held;
        this.gzipped = gzipped;
    }

    static KeptBody of(byte[] body, LogKeeping keeping) {
        byte[] kept = body.length <= keeping.bodyBytesMax() ? body : Arrays.copyOf(body, keeping.bodyBytesMax());
        if (!keeping.compressed() || kept.length < COMPRESS_FROM_BYTES) {
            return new KeptBody(kept, false);
        }
        return new KeptBody(gzip(kept), true);
    }

    /** The kept bytes. */
    public byte[] bytes() {
        return gzipped ? gunzip(held, Integer.MAX_VALUE) : held.clone();
    }

    /** The kept bytes read as UTF-8. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 4 + 32);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Unpacks at most the given number of bytes.
     *
     * @throws UncheckedIOException if the bytes are not gzip
     * @throws IllegalArgumentException if more would come out
     */
    static byte[] gunzip(byte[] packed, int bytesMax) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = gzip.readNBytes(bytesMax);
            if (gzip.read() >= 0) {
                throw new IllegalArgumentException("unpacks to more than " + bytesMax + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
