package com.promode.aurora.gateway.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.CompositeServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentSecurityPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.HttpHeaderWriterWebFilter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.web.server.WebFilter;

/** On every answer, refused ones included: therefore a filter of its own, in front of the security chain. */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter securityHeaderFilter() {
        var frames = new ContentSecurityPolicyServerHttpHeadersWriter();
        frames.setPolicyDirectives("frame-ancestors 'none'");
        var referrer = new ReferrerPolicyServerHttpHeadersWriter();
        return new HttpHeaderWriterWebFilter(new CompositeServerHttpHeadersWriter(
                new ContentTypeOptionsServerHttpHeadersWriter(),
                new XFrameOptionsServerHttpHeadersWriter(),
                // writes nothing where the service has said how its answer may be cached
                new CacheControlServerHttpHeadersWriter(),
                // writes only where the request came over https
                new StrictTransportSecurityServerHttpHeadersWriter(),
                frames,
                referrer));
    }
}
