/** What the services of Aurora tell each other: one record per event, one topic per stream. */
@NullMarked
package com.promode.aurora.contracts;

import org.jspecify.annotations.NullMarked;
