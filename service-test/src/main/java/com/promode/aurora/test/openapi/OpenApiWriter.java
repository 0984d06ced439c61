package com.promode.aurora.test.openapi;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** After the tests of a class their calls may be examples. */
public final class OpenApiWriter implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBeanProvider(OpenApi.class)
                .ifAvailable(OpenApi::write);
    }
}
