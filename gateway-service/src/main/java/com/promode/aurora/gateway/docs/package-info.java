/** The documentation of all services on one page. */
@NullMarked
package com.promode.aurora.gateway.docs;

import org.jspecify.annotations.NullMarked;
