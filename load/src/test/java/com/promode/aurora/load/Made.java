package com.promode.aurora.load;

import java.time.Duration;

/** So many movements, in such a time. */
record Made(long movements, Duration time) {}
