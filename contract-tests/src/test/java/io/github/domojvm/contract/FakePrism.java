package io.github.domojvm.contract;

import java.io.IOException;

/** A replacement for Prism in tests of its start and stop, which do not require the real one. */
final class FakePrism {
    private FakePrism() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("[CLI] awaiting Starting Prism");
        if (arguments.length > 0) {
            System.out.println("[CLI] start Prism is listening on http://0.0.0.0:" + arguments[0]);
            System.in.read();
        }
        System.exit(3);
    }
}
