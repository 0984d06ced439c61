/** What auth-service announces: users, tenants and the audit trail. */
@NullMarked
package com.promode.aurora.contracts.auth;

import org.jspecify.annotations.NullMarked;
