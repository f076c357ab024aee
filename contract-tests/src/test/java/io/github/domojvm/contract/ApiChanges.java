package io.github.domojvm.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What differs between the released API and the present one, and whether programs that use the former feel it. In doubt
 * they do: the same model is sent and answered, so that a member that goes is missed by somebody.
 */
record ApiChanges(List<Change> changes) {
    private static final Pattern LIMIT = Pattern.compile(" (?:required|minimum|maximum)$");
    /** Retrofit alone implements these, so that a new method is no demand of anybody. */
    private static final String IMPLEMENTED_BY_RETROFIT = "io.github.domojvm.rest.api.";

    private static final int NAMED_USES = 4;

    /**
     * One change: {@code +} for new, {@code -} for gone, {@code ~} for changed; where tells the operations it is felt
     * in.
     */
    record Change(String sign, String subject, String detail, boolean breaking, String where) {
        @Override
        public String toString() {
            return sign + " " + subject + "  " + detail + (breaking ? "   BREAKING" : "");
        }

        /** What the changelog has to name: the subject without its package. */
        String name() {
            return LIMIT.matcher(subject.replaceFirst("^(?:[a-z]\\w*\\.)+(?=[A-Z])", ""))
                    .replaceFirst("");
        }

        private String sentence() {
            String what = switch (sign) {
                case "-" -> " (" + detail + ")" + where + " is gone. Put it back";
                case "~" -> where + " was changed: " + detail + ". Undo it";
                default ->
                    where + " is demanded of programs that exist (" + subject.replaceFirst(".* ", "") + ": " + detail
                            + "). Undo it";
            };
            return "Breaking and not declared in CHANGELOG.md: `" + name() + "`" + what
                    + ", or add a line that contains `" + name() + "` under Unreleased, Breaking.\n";
        }
    }

    static ApiChanges between(ApiFacts released, ApiFacts present) {
        Map<String, String> before = released.all();
        Map<String, String> after = present.all();
        TreeSet<String> subjects = new TreeSet<>(before.keySet());
        subjects.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String subject : subjects) {
            String was = before.get(subject);
            String is = after.get(subject);
            if (was == null) {
                changes.add(change("+", subject, is, isDemand(subject, is, released), present));
            } else if (is == null) {
                changes.add(change("-", subject, was, !isLimit(subject), released));
            } else if (!is.equals(was)) {
                changes.add(change("~", subject, was + " -> " + is, !isLooser(subject, was, is), present));
            }
        }
        return new ApiChanges(changes);
    }

    private static boolean isLimit(String subject) {
        return LIMIT.matcher(subject).find();
    }

    /** What is new is harmless, unless it asks something of programs that are there already. */
    private static boolean isDemand(String subject, String detail, ApiFacts released) {
        boolean demands =
                isLimit(subject) || (detail.startsWith("abstract ") && !subject.startsWith(IMPLEMENTED_BY_RETROFIT));
        return demands && released.knows(ApiFacts.owner(subject));
    }

    /** Whether every program that could live with the one can live with the other. */
    private static boolean isLooser(String subject, String was, String is) {
        if (subject.endsWith(" minimum") || subject.endsWith(" maximum")) {
            int rise = new BigDecimal(is).compareTo(new BigDecimal(was));
            return subject.endsWith(" maximum") ? rise > 0 : rise < 0;
        }
        String[] before = was.split(" of ", 2);
        String[] after = is.split(" of ", 2);
        return unbound(before[0], after[0]).equals(after[0])
                && (before.length < 2 || (after.length == 2 && supertypes(after).containsAll(supertypes(before))));
    }

    /** The former words without those that only held programs back and are gone. */
    private static String unbound(String was, String is) {
        String rest = was;
        for (String word : List.of("protected ", "abstract ", "final ")) {
            rest = is.contains(word) ? rest : rest.replace(word, "");
        }
        return rest;
    }

    private static Set<String> supertypes(String[] parts) {
        return Set.copyOf(List.of(parts[1].split(", (?![^<]*>)")));
    }

    private static Change change(String sign, String subject, String detail, boolean breaking, ApiFacts facts) {
        return new Change(sign, subject, detail, breaking, breaking ? where(facts.uses(ApiFacts.owner(subject))) : "");
    }

    private static String where(Set<String> uses) {
        if (uses.isEmpty()) {
            return "";
        }
        String more = uses.size() > NAMED_USES ? " and " + (uses.size() - NAMED_USES) + " more" : "";
        return uses.stream().limit(NAMED_USES).collect(Collectors.joining(", ", ", in the ", more + ","));
    }

    /** The breaks that the changelog is silent of; of what went as a whole, the whole alone. */
    List<Change> undeclared(Changelog changelog) {
        Set<String> gone = changes.stream()
                .filter(change -> change.sign().equals("-"))
                .map(Change::subject)
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(Change::breaking)
                .filter(change -> change.subject().equals(ApiFacts.owner(change.subject()))
                        || !gone.contains(ApiFacts.owner(change.subject())))
                .filter(change -> !changelog.declares(change.name()))
                .toList();
    }

    boolean isCompatible() {
        return changes.stream().noneMatch(Change::breaking);
    }

    /** Says for each undeclared break what to do. */
    String demands(Changelog changelog) {
        return undeclared(changelog).stream().map(Change::sentence).collect(Collectors.joining());
    }

    String report(String title) {
        StringBuilder text = new StringBuilder(title)
                .append(": ")
                .append(
                        changes.isEmpty()
                                ? "as released"
                                : changes.size() + (changes.size() == 1 ? " change, " : " changes, "))
                .append(changes.isEmpty() ? "" : isCompatible() ? "compatible" : "NOT compatible")
                .append('\n');
        changes.forEach(change -> text.append("  ").append(change).append('\n'));
        return text.toString();
    }
}
