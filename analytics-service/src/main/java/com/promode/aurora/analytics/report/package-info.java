/** Reports of the warehouse over what is kept of its stock. */
@NullMarked
package com.promode.aurora.analytics.report;

import org.jspecify.annotations.NullMarked;
