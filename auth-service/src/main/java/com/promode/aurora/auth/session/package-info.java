/** Signing in, staying signed in, signing out. */
@NullMarked
package com.promode.aurora.auth.session;

import org.jspecify.annotations.NullMarked;
