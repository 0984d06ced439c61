/** The way to the services: headers, retries, breakers, sockets. */
@NullMarked
package com.promode.aurora.gateway.upstream;

import org.jspecify.annotations.NullMarked;
