package com.promode.aurora.auth.factor;

import com.promode.aurora.auth.keycloak.KeycloakFactors.TotpOffer;

/**
 * What an authenticator app needs.
 *
 * @param secret in base32, to be typed
 * @param qrCode a picture of the URI, as a data URI
 */
record TotpView(String secret, String otpauthUri, String qrCode) {

    static TotpView of(TotpOffer offer) {
        return new TotpView(offer.secret(), offer.uri(), "data:image/png;base64," + offer.qrCode());
    }
}
