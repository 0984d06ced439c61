/** What auth-service announces: users, sessions, tenants, settings, security events and the audit trail. */
@NullMarked
package com.promode.aurora.contracts.auth;

import org.jspecify.annotations.NullMarked;
