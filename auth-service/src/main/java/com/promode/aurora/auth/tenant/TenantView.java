package com.promode.aurora.auth.tenant;

import java.util.UUID;

record TenantView(UUID id, String code, String name, String timeZone, String status) {}
