/** The places where goods lie, and the climate each promises to keep. */
@NullMarked
package com.promode.aurora.warehouse.storage;

import org.jspecify.annotations.NullMarked;
