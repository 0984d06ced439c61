package com.promode.aurora.auth.factor;

import java.util.List;

/** Shown this once. */
record BackupCodesView(List<String> codes) {}
