/** Events as every replica hears them, whichever other replicas there are. */
@NullMarked
package com.promode.aurora.starter.feed;

import org.jspecify.annotations.NullMarked;
