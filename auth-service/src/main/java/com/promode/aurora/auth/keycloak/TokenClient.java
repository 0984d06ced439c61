package com.promode.aurora.auth.keycloak;

import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.PostExchange;

/** The realm's token endpoint. */
interface TokenClient {

    @PostExchange(url = "/token", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Tokens token(@RequestParam MultiValueMap<String, String> grant);
}
