package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Health endpoints. */
public final class Health {

    private static final int PATIENCE_MILLIS = 3_000;

    private Health() {}

    /** Whether it answers 200 soon. */
    public static boolean up(URI endpoint) {
        try {
            var connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
