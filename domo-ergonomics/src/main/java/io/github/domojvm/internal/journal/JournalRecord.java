package io.github.domojvm.internal.journal;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.journal.JournalDamagedException.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a journal. Instances are immutable.
 *
 * @param type what the record is about; a letter, then letters, digits, dots, underscores and hyphens of ASCII
 * @param fields the values by name, in the order of the line; names are like the type, values are any text
 */
public record JournalRecord(String type, Map<String, String> fields) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    /**
     * Creates a record.
     *
     * @throws IllegalArgumentException if the type or a name is not as described
     */
    public JournalRecord {
        requireName("type", type);
        Map<String, String> copy = new LinkedHashMap<>();
        Args.notNull("fields", fields).forEach((name, value) -> {
            requireName("name", name);
            copy.put(name, Args.notNull("value", value));
        });
        fields = Collections.unmodifiableMap(copy);
    }

    /**
     * Creates a record without fields.
     *
     * @param type what the record is about
     * @return the record
     */
    public static JournalRecord of(String type) {
        return new JournalRecord(type, Map.of());
    }

    /**
     * Returns a copy of this record with one more field at the end.
     *
     * @param name the name of the field; a field that exists is replaced
     * @param value any text
     * @return the new record
     */
    public JournalRecord with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(Args.notNull("name", name), Args.notNull("value", value));
        return new JournalRecord(type, more);
    }

    /**
     * Returns a copy of this record with one more field at the end.
     *
     * @param name the name of the field; a field that exists is replaced
     * @param value a number
     * @return the new record
     */
    public JournalRecord with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /**
     * Returns the value of a field that records of this type always have.
     *
     * @param name the name of the field
     * @return the text
     * @throws JournalDamagedException if there is no such field
     */
    public String text(String name) throws JournalDamagedException {
        String value = fields.get(Args.notNull("name", name));
        if (value == null) {
            throw invalid("has no field \"" + name + "\"");
        }
        return value;
    }

    /**
     * Returns the number of a field that records of this type always have.
     *
     * @param name the name of the field
     * @return the number
     * @throws JournalDamagedException if there is no such field, or its value is not a number
     */
    public long number(String name) throws JournalDamagedException {
        String value = text(name);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw invalid("has a field \"" + name + "\" that is not a number");
        }
    }

    /**
     * Returns the value of a field that may be missing.
     *
     * @param name the name of the field
     * @return the text, or empty if there is no such field
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(Args.notNull("name", name)));
    }

    private JournalDamagedException invalid(String problem) {
        return new JournalDamagedException(
                Problem.INVALID_FIELD, 0, "A record \"" + type + "\" of the journal " + problem + ".");
    }

    private static void requireName(String parameter, String name) {
        if (!NAME.matcher(Args.notNull(parameter, name)).matches()) {
            throw new IllegalArgumentException(parameter + " must be a letter, then letters, digits and any of ._- : \""
                    + name.replaceAll("\\s", " ") + "\"");
        }
    }
}
