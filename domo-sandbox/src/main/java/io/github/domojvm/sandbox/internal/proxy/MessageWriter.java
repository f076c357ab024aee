package io.github.domojvm.sandbox.internal.proxy;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Forwards the bytes of one message and disrupts it at the planned byte. */
final class MessageWriter {
    /** Carries out a disruption on the connection. */
    interface Disruptor {
        /** Returns if forwarding continues, otherwise throws. */
        void disrupt(Disruption disruption) throws IOException;

        /** Waits between two pieces of a message. Throws if the connection is closed meanwhile. */
        void pause(Disruption disruption) throws IOException;
    }

    private final OutputStream out;
    private final Treatment treatment;
    private final @Nullable Disruption disruption;
    private final Disruptor disruptor;
    private long left;
    private boolean disrupted;

    MessageWriter(OutputStream out, Treatment treatment, boolean ofRequest, Disruptor disruptor) {
        this.out = out;
        this.treatment = treatment;
        this.disruption = treatment.disruptionOf(ofRequest);
        this.disruptor = disruptor;
        this.left = disruption == null ? Long.MAX_VALUE : disruption.afterBytes();
    }

    void head(byte[] bytes) throws IOException {
        boolean bodyOnly = disruption != null && disruption.where().ofBody();
        if (!bodyOnly) {
            disruptIfDue();
        }
        write(bytes, bytes.length, !bodyOnly);
        if (bodyOnly) {
            disruptIfDue();
        }
    }

    void framing(byte[] bytes) throws IOException {
        write(bytes, bytes.length, disruption == null || !disruption.where().ofBody());
    }

    void content(byte[] bytes, int length) throws IOException {
        write(bytes, length, true);
    }

    private void write(byte[] bytes, int length, boolean counted) throws IOException {
        if (disrupted || !counted || length < left) {
            forward(bytes, 0, length);
            left -= counted ? length : 0;
            return;
        }
        int before = (int) left;
        forward(bytes, 0, before);
        left = 0;
        disruptIfDue();
        forward(bytes, before, length - before);
    }

    private void disruptIfDue() throws IOException {
        if (disruption != null && left == 0 && !disrupted) {
            disrupted = true;
            treatment.fire();
            disruptor.disrupt(disruption);
        }
    }

    private void forward(byte[] bytes, int offset, int length) throws IOException {
        if (disruption == null || !disrupted || disruption.kind() != Disruption.Kind.DRIP) {
            out.write(bytes, offset, length);
            return;
        }
        for (int sent = 0; sent < length; sent += disruption.bytes()) {
            disruptor.pause(disruption);
            out.write(bytes, offset + sent, Math.min(disruption.bytes(), length - sent));
        }
    }
}
