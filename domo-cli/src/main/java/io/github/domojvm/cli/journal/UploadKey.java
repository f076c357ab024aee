package io.github.domojvm.cli.journal;

import io.github.domojvm.cli.service.Setting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What makes two uploads the same, so that a command finds the journal of its earlier run.
 *
 * @param account the service and the client
 * @param target the Stream, the DataSet, or the name of a new DataSet
 * @param source the absolute path of the file, or {@code -}
 * @param mode the update method
 */
public record UploadKey(Account account, String target, String source, String mode) {
    private static final String SUFFIX = ".journal";
    private static final int NAME_LENGTH = 16;
    private static final int PREFIX_LENGTH = 8;

    /** Returns the name of the journal. It contains hashes only, since other users may list the folder. */
    public String fileName() {
        return account.prefix() + hash(NAME_LENGTH, account.url, account.clientId, target, source, mode) + SUFFIX;
    }

    /** Returns whether a file name is that of a journal of any account. */
    static boolean isJournal(String fileName) {
        return fileName.endsWith(SUFFIX);
    }

    private static String hash(int length, String... values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String value : values) {
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A client of a service. The names of its journals have the same prefix.
     *
     * @param url the URL of the service
     * @param clientId the id of the client
     */
    public record Account(String url, String clientId) {
        private static final String DEFAULT_URL = "https://api.domo.com";

        public Account {
            url = url.replaceFirst("/+$", "");
        }

        /** Returns the account that the settings select. */
        public static Account of(Map<String, Setting> settings) {
            String url = settings.getOrDefault(Setting.API_URL, Setting.MISSING).value();
            return new Account(
                    url.isBlank() ? DEFAULT_URL : url,
                    settings.getOrDefault(Setting.CLIENT_ID, Setting.MISSING).value());
        }

        String prefix() {
            return hash(PREFIX_LENGTH, url, clientId) + "-";
        }
    }
}
