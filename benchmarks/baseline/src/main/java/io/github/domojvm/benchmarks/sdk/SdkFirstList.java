package io.github.domojvm.benchmarks.sdk;

/** Lists 50 DataSets once and ends: the start-up of a program. Argument: the URL. */
public final class SdkFirstList {
    private SdkFirstList() {}

    /**
     * Lists the DataSets.
     *
     * @param args the URL
     * @throws Exception if the request fails
     */
    public static void main(String[] args) throws Exception {
        try (Transport transport = new Transport(args[0])) {
            SdkList.list(transport, 1);
            System.out.println("50 DataSets");
        }
    }
}
