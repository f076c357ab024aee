package io.github.domojvm.sandbox;

/** A program that uses a sandbox and ends with an exception, without closing the sandbox. */
final class UnclosedSandbox {
    private UnclosedSandbox() {}

    public static void main(String[] arguments) {
        Caller caller = new Caller(DomoSandbox.start());
        String stream = caller.newStream("APPEND");
        caller.upload(stream, "a,1\n");
        int status = caller.post(
                        "/v1/datasets/query/execute/" + caller.dataSetOf(stream), "{\"sql\":\"SELECT * FROM table\"}")
                .status();
        throw new IllegalStateException("queried with status " + status);
    }
}
