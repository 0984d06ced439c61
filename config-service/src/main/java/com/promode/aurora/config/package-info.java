/** Serves the files of config-repo to the other services. */
@NullMarked
package com.promode.aurora.config;

import org.jspecify.annotations.NullMarked;
