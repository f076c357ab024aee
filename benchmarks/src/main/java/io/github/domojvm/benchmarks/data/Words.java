package io.github.domojvm.benchmarks.data;

import java.util.SplittableRandom;

/** Texts with the frequencies of a typical export: 18 % of the notes need quotes, 5 % have a line break. */
final class Words {
    private static final String[] FIRST = {
        "Ada", "Björn", "Chloé", "Dmitri", "Eleni", "François", "Grace", "Håkon", "Inés", "José", "Kenji", "Łukasz",
        "María", "Noël", "Oluwaseun", "Pía", "Quentin", "Renée", "Søren", "Tomáš", "Ursula", "Vítor", "Wei", "Zoë"
    };
    private static final String[] LAST = {
        "Andersson", "Brontë", "Castañeda", "Dvořák", "Eriksen", "Fernández", "García", "Hofmann", "Ivanova", "Jensen",
        "Kowalski", "Lindström", "Müller", "Nakamura", "O'Brien", "Petrović", "Quiñones", "Rossi", "Šimić", "Tanaka",
        "Ünal", "Vásquez", "Weiß", "Yılmaz"
    };
    private static final String[] LINES = {"SHIRT", "SHOES", "LAMPS", "TOOLS", "BOOKS", "PAPER", "CHAIR", "PHONE"};
    private static final String[] PHRASES = {
        "delivered on time",
        "left at reception",
        "customer called twice",
        "second attempt",
        "gift wrapped",
        "invoice sent by mail",
        "priority order",
        "returned by carrier",
        "paid in advance",
        "address confirmed",
        "waiting for stock",
        "no signature required"
    };

    private Words() {}

    static String customer(SplittableRandom random) {
        return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
    }

    static String sku(SplittableRandom random) {
        return LINES[random.nextInt(LINES.length)] + "-" + (10_000 + random.nextInt(20_000)) + "-"
                + (char) ('A' + random.nextInt(6));
    }

    static String note(SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind >= 54) {
            return "";
        }
        String first = PHRASES[random.nextInt(PHRASES.length)];
        if (kind >= 18) {
            return first;
        }
        String second = PHRASES[random.nextInt(PHRASES.length)];
        if (kind < 5) {
            return first + ",\n" + second;
        }
        return kind < 6 ? first + ", \"" + second + "\"" : first + ", " + second;
    }
}
