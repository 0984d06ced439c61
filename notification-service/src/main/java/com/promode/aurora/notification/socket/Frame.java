package com.promode.aurora.notification.socket;

import java.util.UUID;
import org.springframework.web.socket.TextMessage;

/** A message as it leaves, written once for all sockets that are told. */
record Frame(UUID id, TextMessage text) {}
