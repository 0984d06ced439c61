/** Products that run low: pushed to those who watch, and told to all who may read stock. */
@NullMarked
package com.promode.aurora.notification.stock;

import org.jspecify.annotations.NullMarked;
