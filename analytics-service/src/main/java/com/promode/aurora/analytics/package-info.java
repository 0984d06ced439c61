/** Analytics: read models of what the other services announce, and the dashboards and reports over them. */
@NullMarked
package com.promode.aurora.analytics;

import org.jspecify.annotations.NullMarked;
