/** The audit log of all services: append-only, and hash-chained per tenant. */
@NullMarked
package com.promode.aurora.auth.audit;

import org.jspecify.annotations.NullMarked;
