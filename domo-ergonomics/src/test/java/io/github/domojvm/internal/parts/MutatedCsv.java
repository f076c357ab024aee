package io.github.domojvm.internal.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Valid CSV files with random changes of their bytes. The same seed produces the same file. */
public final class MutatedCsv {
    /** The size of the buffers of the record reader, at whose borders errors are likely. */
    private static final int BUFFER_BYTES = 8 << 10;

    private static final List<String> FILES = List.of(
            "id,note\r\n1,\"first\r\nsecond\"\r\n2,\"third\nfourth\"\r\n",
            "\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n\"\"\"c\",\"d\"\"\",e\n",
            ",,\n\"\",\"\",\"\"\n,\"\",\\N\n\"\\N\",NULL,NaN\n",
            "a\n\nb\n\"\"\n\n",
            "one\r\n\r\ntwo\r\n",
            "\uFEFFid,name\n1,Zoë\n2,山🜁\n3,no line end",
            "\uFEFF\"id\",\"a \"\"name\"\"\"\r\n7,x\r\n",
            "\"x,y\",\";\",\"\t\"\n1.5,-0,1e5\n=1+1,@x,+1\n",
            "");

    static final byte[][] TOKENS = {
        {'"'},
        {'"'},
        {'"', '"'},
        {','},
        {'\r'},
        {'\n'},
        {'\n'},
        {'\r', '\n'},
        {0},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xFF},
        {(byte) 0xC3},
        {(byte) 0xC1, (byte) 0x81},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        "é".getBytes(UTF_8),
        "山".getBytes(UTF_8),
        "🜁".getBytes(UTF_8),
        {'a'},
        {' '}
    };

    private MutatedCsv() {}

    public static byte[] of(Random random) {
        byte[] csv = file(random);
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            csv = changed(csv, random);
        }
        return csv;
    }

    /** Returns a file whose records had this number of columns before the changes. */
    static byte[] withColumns(int columns, Random random) {
        byte[] csv = String.join("", RandomRecords.withColumns(columns, random)).getBytes(UTF_8);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            csv = changed(csv, random);
        }
        return csv;
    }

    private static byte[] changed(byte[] csv, Random random) {
        int at = position(csv.length, random);
        int end = at + random.nextInt(Math.min(csv.length - at, 1 + random.nextInt(40)) + 1);
        byte[] before = Arrays.copyOf(csv, at);
        byte[] range = Arrays.copyOfRange(csv, at, end);
        byte[] after = Arrays.copyOfRange(csv, end, csv.length);
        byte[] token = TOKENS[random.nextInt(TOKENS.length)];
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> joined(before, token, range, after);
            case 3 -> joined(before, after);
            case 4 -> joined(before, range, range, after);
            case 5, 6 -> joined(before, token, after);
            case 7 -> before;
            case 8 -> joined(csv, file(random));
            default -> {
                int middle = random.nextInt(after.length + 1);
                yield joined(
                        before, Arrays.copyOf(after, middle), range, Arrays.copyOfRange(after, middle, after.length));
            }
        };
    }

    /** Returns a position, in a long file often one near the border of a buffer. */
    private static int position(int length, Random random) {
        if (length > BUFFER_BYTES && random.nextBoolean()) {
            int border = BUFFER_BYTES * (1 + random.nextInt(length / BUFFER_BYTES));
            return Math.min(length, border - 4 + random.nextInt(8));
        }
        return random.nextInt(length + 1);
    }

    private static byte[] file(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> longRecord(random).getBytes(UTF_8);
            case 1 -> manyRecords(random).getBytes(UTF_8);
            case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ->
                FILES.get(random.nextInt(FILES.size())).getBytes(UTF_8);
            default -> String.join("", RandomRecords.records(random)).getBytes(UTF_8);
        };
    }

    private static String longRecord(Random random) {
        String text = "x\"\"山\r\n,".repeat(random.nextInt(3_000));
        return "a,b\n1,\"" + text + "\"\n" + "y".repeat(random.nextInt(20_000)) + ",2\n";
    }

    private static String manyRecords(Random random) {
        return ("123,\"a \"\"b\"\"\"," + "z".repeat(random.nextInt(50)) + "\r\n").repeat(random.nextInt(1_000));
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }
}
