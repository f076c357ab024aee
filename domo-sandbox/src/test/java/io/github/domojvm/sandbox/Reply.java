package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** A response of the sandbox. */
record Reply(int status, String text, HttpHeaders headers) {
    JsonNode json() {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String message() {
        return json().path("message").asText();
    }
}
