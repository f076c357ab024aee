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
 * The differences between the released API and the current one, and whether they break programs that use the former. In
 * doubt a change is breaking: requests and responses share models, so that a removed member affects one of them.
 */
record ApiChanges(List<Change> changes) {
    private static final Pattern LIMIT = Pattern.compile(" (?:required|minimum|maximum)$");
    /** Only Retrofit implements these interfaces, so that a new method breaks no program. */
    private static final String IMPLEMENTED_BY_RETROFIT = "io.github.domojvm.rest.api.";

    private static final int NAMED_USES = 4;

    /**
     * One change.
     *
     * @param sign {@code +} for added, {@code -} for removed, {@code ~} for changed
     * @param where the operations that a breaking change affects
     */
    record Change(String sign, String subject, String detail, boolean breaking, String where) {
        @Override
        public String toString() {
            return sign + " " + subject + "  " + detail + (breaking ? "   BREAKING" : "");
        }

        /** Returns the text that the changelog must contain: the subject without its package. */
        String name() {
            return LIMIT.matcher(subject.replaceFirst("^(?:[a-z]\\w*\\.)+(?=[A-Z])", ""))
                    .replaceFirst("");
        }

        private String sentence() {
            String what = switch (sign) {
                case "-" -> " (" + detail + ")" + where + " was removed. Restore it";
                case "~" -> where + " was changed: " + detail + ". Revert it";
                default ->
                    where + " is now required of existing programs (" + subject.replaceFirst(".* ", "") + ": " + detail
                            + "). Revert it";
            };
            return "Breaking change not declared in CHANGELOG.md: `" + name() + "`" + what
                    + ", or add a line that contains `" + name() + "` under Unreleased, Breaking.\n";
        }
    }

    static ApiChanges between(ApiFacts released, ApiFacts current) {
        Map<String, String> before = released.all();
        Map<String, String> after = current.all();
        TreeSet<String> subjects = new TreeSet<>(before.keySet());
        subjects.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String subject : subjects) {
            String was = before.get(subject);
            String is = after.get(subject);
            if (was == null) {
                changes.add(change("+", subject, is, isRequirement(subject, is, released), current));
            } else if (is == null) {
                changes.add(change("-", subject, was, !isLimit(subject), released));
            } else if (!is.equals(was)) {
                changes.add(change("~", subject, was + " -> " + is, !isLooser(subject, was, is), current));
            }
        }
        return new ApiChanges(changes);
    }

    private static boolean isLimit(String subject) {
        return LIMIT.matcher(subject).find();
    }

    /** Returns whether an addition requires a change of existing programs. */
    private static boolean isRequirement(String subject, String detail, ApiFacts released) {
        boolean requires =
                isLimit(subject) || (detail.startsWith("abstract ") && !subject.startsWith(IMPLEMENTED_BY_RETROFIT));
        return requires && released.knows(ApiFacts.owner(subject));
    }

    /** Returns whether every program that works with the former detail also works with the new one. */
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

    /** Returns the former modifiers without the restrictive ones that were removed. */
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

    /** Returns the breaking changes that the changelog does not declare; for a removed class, only the class. */
    List<Change> undeclared(Changelog changelog) {
        Set<String> removed = changes.stream()
                .filter(change -> change.sign().equals("-"))
                .map(Change::subject)
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(Change::breaking)
                .filter(change -> change.subject().equals(ApiFacts.owner(change.subject()))
                        || !removed.contains(ApiFacts.owner(change.subject())))
                .filter(change -> !changelog.declares(change.name()))
                .toList();
    }

    boolean isCompatible() {
        return changes.stream().noneMatch(Change::breaking);
    }

    /** Returns a message for each undeclared breaking change. */
    String failures(Changelog changelog) {
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
