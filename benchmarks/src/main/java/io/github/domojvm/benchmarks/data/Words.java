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

    private static final int SKU_LETTERS = 4;
    private static final int SKU_DIGITS = 5;

    private Words() {}

    static String customer(SplittableRandom random) {
        return FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)];
    }

    static String sku(SplittableRandom random) {
        StringBuilder sku = new StringBuilder(LINES[random.nextInt(LINES.length)]).append('-');
        for (int i = 0; i < SKU_LETTERS; i++) {
            sku.append((char) ('A' + random.nextInt(26)));
        }
        for (int i = 0; i < SKU_DIGITS; i++) {
            sku.append((char) ('0' + random.nextInt(10)));
        }
        return sku.toString();
    }

    static String note(SplittableRandom random) {
        int kind = random.nextInt(100);
        if (kind >= 40) {
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
