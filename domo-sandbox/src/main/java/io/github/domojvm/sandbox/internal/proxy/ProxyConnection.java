package io.github.domojvm.sandbox.internal.proxy;

import io.github.domojvm.sandbox.internal.proxy.Exchanges.Exchange;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Forwards the messages of one connection. One thread forwards requests, another one responses. */
final class ProxyConnection implements Closeable {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Link link;
    private final Treatments treatments;
    private final Exchanges exchanges = new Exchanges();

    ProxyConnection(Link link, Treatments treatments) {
        this.link = link;
        this.treatments = treatments;
    }

    /** Forwards requests until one of the connections ends. */
    void forwardRequests() {
        try (this) {
            InputStream in = new BufferedInputStream(link.fromClient());
            try {
                MessageHead head = MessageHead.read(in);
                while (head != null && !link.isSilent()) {
                    request(head, in);
                    head = MessageHead.read(in);
                }
            } finally {
                if (link.isSilent()) {
                    // Closing with unread bytes would send a reset, and the client could lose what it was sent.
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException e) {
            // A connection has ended.
        }
    }

    private void request(MessageHead head, InputStream in) throws IOException {
        Treatment treatment = treatments.of(head.method(), head.path());
        switch (treatment.type()) {
            case FORWARD, FORWARD_THEN_RESPOND -> {
                exchanges.add(new Exchange(head.method(), treatment));
                MessageWriter out = new MessageWriter(link.toTarget(), treatment, true, link);
                out.head(head.bytes());
                head.requestBody().copy(in, out);
            }
            case FORWARD_TWICE -> forwardTwice(head, read(head, in), treatment);
            case RESPOND, CLOSE, HOLD -> {
                read(head, in);
                exchanges.awaitNone();
                intercept(head, treatment);
            }
        }
    }

    /** Sends the request on a separate connection first, since the server may close one after a response. */
    private void forwardTwice(MessageHead head, byte[] request, Treatment treatment) throws IOException {
        try (Socket other = link.connectAgain()) {
            other.getOutputStream().write(request);
            discardResponse(head.method(), new BufferedInputStream(other.getInputStream()));
        }
        treatment.fire();
        exchanges.add(new Exchange(head.method(), Treatment.NONE));
        link.toTarget().write(request);
    }

    private void discardResponse(String method, InputStream in) throws IOException {
        MessageWriter nowhere = new MessageWriter(OutputStream.nullOutputStream(), Treatment.NONE, false, link);
        MessageHead head = MessageHead.read(in);
        while (head != null) {
            head.responseBody(method).copy(in, nowhere);
            head = head.isInterim() ? MessageHead.read(in) : null;
        }
    }

    /** Handles a request that is not forwarded. */
    private void intercept(MessageHead head, Treatment treatment) throws IOException {
        if (treatment.type() == Treatment.Type.HOLD) {
            link.silence();
        }
        treatment.fire();
        if (treatment.type() == Treatment.Type.RESPOND) {
            link.toClient().write(treatment.response());
        }
        if (treatment.type() == Treatment.Type.CLOSE || head.closesConnection()) {
            link.end();
        }
    }

    /** Reads a complete request. The client may wait for the permission to send the body. */
    private byte[] read(MessageHead head, InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        MessageWriter out = new MessageWriter(request, Treatment.NONE, true, link);
        out.head(head.bytes());
        if (head.expectsContinue()) {
            link.toClient().write(CONTINUE);
        }
        head.requestBody().copy(in, out);
        return request.toByteArray();
    }

    /** Forwards responses until one of the connections ends. */
    void forwardResponses() {
        try {
            InputStream in = new BufferedInputStream(link.fromTarget());
            MessageHead head = MessageHead.read(in);
            while (head != null && !link.isSilent()) {
                response(head, in);
                head = MessageHead.read(in);
            }
            if (!link.isSilent()) {
                link.end();
            }
        } catch (EOFException e) {
            link.end();
        } catch (IOException e) {
            if (!link.isSilent()) {
                link.reset();
            }
        }
    }

    private void response(MessageHead head, InputStream in) throws IOException {
        Exchange exchange = exchanges.first();
        Treatment treatment = exchange.treatment();
        boolean interim = head.isInterim();
        boolean replaced = treatment.type() == Treatment.Type.FORWARD_THEN_RESPOND && !interim;
        MessageWriter out = new MessageWriter(
                replaced ? OutputStream.nullOutputStream() : link.toClient(),
                interim ? Treatment.NONE : treatment,
                false,
                link);
        MessageBody body = head.responseBody(exchange.method());
        out.head(head.bytes());
        body.copy(in, out);
        if (replaced) {
            treatment.fire();
            link.toClient().write(treatment.response());
        }
        if (body == MessageBody.UNTIL_CLOSE) {
            link.end();
        }
        if (!interim) {
            exchanges.removeFirst();
        }
    }

    @Override
    public void close() {
        link.close();
        exchanges.close();
    }
}
