package com.promode.aurora.notification.socket;

import com.promode.aurora.starter.feed.FeedReader;
import com.promode.aurora.starter.web.Failures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Opens every channel at its path. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class SocketConfiguration {

    /** Clients have nothing to say, so there is no room for much. */
    private static final int LARGEST_MESSAGE = 1024;

    @Bean
    WebSocketConfigurer channels(
            List<Channel> channels,
            Sockets sockets,
            SocketProperties properties,
            FeedReader feeds,
            Failures failures,
            MeterRegistry meters,
            Clock clock) {
        return registry -> channels.forEach(channel -> {
            var handshakes = new DefaultHandshakeHandler();
            handshakes.setSupportedProtocols(SocketTokens.PROTOCOL);
            registry.addHandler(new SocketHandler(channel, sockets, properties, clock), channel.path())
                    .addInterceptors(new SocketAccess(channel, properties, feeds, failures))
                    .setAllowedOrigins(properties.allowedOrigins().toArray(String[]::new))
                    .setHandshakeHandler(handshakes);
            Gauge.builder("aurora.sockets.open", sockets, open -> open.count(channel.path()))
                    .tag("channel", channel.path())
                    .register(meters);
        });
    }

    @Bean
    ServletServerContainerFactoryBean socketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(LARGEST_MESSAGE);
        container.setMaxBinaryMessageBufferSize(LARGEST_MESSAGE);
        return container;
    }
}
