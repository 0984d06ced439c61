/** Requests for sensitive operations are signed by those whose tenant asks for it; see docs/request-signing.md. */
@NullMarked
package com.promode.aurora.gateway.signing;

import org.jspecify.annotations.NullMarked;
