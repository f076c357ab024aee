package io.github.domojvm.internal.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.domojvm.internal.journal.JournalDamagedException.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the records of one journal and checks every byte of it. */
final class JournalReader {
    private final Path file;
    private final InputStream in;
    /** The number of lines that were read, the current one included. */
    private long line;
    /** The number of bytes that were read. */
    private long offset;

    private JournalReader(Path file, InputStream in) {
        this.file = file;
        this.in = new BufferedInputStream(in);
    }

    static List<JournalRecord> read(Path file, InputStream in) throws IOException {
        return new JournalReader(file, in).records();
    }

    private List<JournalRecord> records() throws IOException {
        readHeader();
        List<JournalRecord> records = new ArrayList<>();
        for (byte[] bytes = nextLine(); bytes != null; bytes = nextLine()) {
            if (!isBlank(bytes)) {
                records.add(record(bytes, records.size() + 1L));
                requireOnePage(bytes, records.size());
            } else if (offset % JournalText.PAGE != 0) {
                throw damaged("only spaces, but does not end a page");
            }
        }
        if (records.isEmpty()) {
            throw torn("the file ends before the first record");
        }
        return List.copyOf(records);
    }

    private void readHeader() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean isComplete = readLine(bytes);
        String text = bytes.toString(ISO_8859_1);
        if (!isComplete && text.isEmpty()) {
            throw empty(file);
        }
        if (!isComplete && JournalText.HEADER.startsWith(text)) {
            throw torn("the file ends within it");
        }
        if (!isComplete || !text.startsWith(JournalText.NAME + " ")) {
            throw foreign(file, "its first line is not \"" + JournalText.NAME + "\" and a version");
        }
        String version = text.substring(JournalText.NAME.length() + 1);
        if (version.equals(Integer.toString(JournalText.VERSION))) {
            return;
        }
        if (version.matches("[1-9][0-9]{0,8}")) {
            throw new JournalDamagedException(
                    Problem.NEWER_VERSION,
                    line,
                    "The journal " + file + " has version " + version + ". This version of the library reads version "
                            + JournalText.VERSION + ".");
        }
        throw damaged("an invalid version");
    }

    private byte @Nullable [] nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (readLine(bytes)) {
            return bytes.toByteArray();
        }
        if (bytes.size() > 0) {
            throw torn("the file ends within it");
        }
        return null;
    }

    /** Reads up to a line break, which is not part of the bytes. Returns whether there is one. */
    private boolean readLine(ByteArrayOutputStream bytes) throws IOException {
        line++;
        for (int next = in.read(); next >= 0; next = in.read()) {
            offset++;
            if (next == '\n') {
                return true;
            }
            if (bytes.size() == JournalText.LONGEST_LINE - 1) {
                throw foreign(file, "line " + line + " has more than " + JournalText.LONGEST_LINE + " bytes");
            }
            bytes.write(next);
        }
        return false;
    }

    private JournalRecord record(byte[] bytes, long expected) throws JournalDamagedException {
        int length = bytes.length - JournalText.checksum(bytes, 0).length();
        if (length < 0) {
            throw damaged("no checksum");
        }
        String checksum = new String(bytes, length, bytes.length - length, ISO_8859_1);
        if (!checksum.startsWith(" #")) {
            throw damaged("no checksum");
        }
        if (!checksum.equals(JournalText.checksum(bytes, length))) {
            throw damaged("a checksum that does not match");
        }
        String[] words = text(bytes, length).split(" ", -1);
        if (!words[0].equals(Long.toString(expected))) {
            throw outOfSequence(words[0], expected);
        }
        try {
            return record(words);
        } catch (IllegalArgumentException e) {
            throw damaged("a type or a field that is not valid");
        }
    }

    /** Throws an IllegalArgumentException if the words after the number are not a type and fields. */
    private static JournalRecord record(String[] words) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] field = words[i].split("=", -1);
            if (field.length != 2 || fields.put(field[0], ValueText.unescape(field[1])) != null) {
                throw new IllegalArgumentException("invalid field");
            }
        }
        return new JournalRecord(words.length > 1 ? words[1] : "", fields);
    }

    /** A record across two pages is valid only if the blank line before it was removed. The first one may be longer. */
    private void requireOnePage(byte[] bytes, int number) throws JournalDamagedException {
        long last = offset - 1;
        if (number > 1 && last / JournalText.PAGE != (last - bytes.length) / JournalText.PAGE) {
            throw damaged("bytes of two pages");
        }
    }

    private String text(byte[] bytes, int length) throws JournalDamagedException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw damaged("bytes that are not UTF-8");
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte next : bytes) {
            if (next != ' ') {
                return false;
            }
        }
        return true;
    }

    static JournalDamagedException empty(Path file) {
        return new JournalDamagedException(Problem.EMPTY, 0, "The journal " + file + " is empty.");
    }

    static JournalDamagedException foreign(Path file, String reason) {
        return new JournalDamagedException(Problem.NOT_A_JOURNAL, 0, file + " is not a journal: " + reason + ".");
    }

    private JournalDamagedException torn(String reason) {
        return new JournalDamagedException(Problem.TORN, line, place() + " is incomplete: " + reason + ".");
    }

    private JournalDamagedException damaged(String reason) {
        return new JournalDamagedException(Problem.DAMAGED, line, place() + " is damaged: it has " + reason + ".");
    }

    private JournalDamagedException outOfSequence(String number, long expected) {
        String found = number.matches("[0-9]{1,18}") ? "record " + number : "a line without a number";
        return new JournalDamagedException(
                Problem.OUT_OF_SEQUENCE,
                line,
                place() + " is out of sequence: it is " + found + ", and record " + expected + " was expected.");
    }

    private String place() {
        return "Line " + line + " of the journal " + file;
    }
}
