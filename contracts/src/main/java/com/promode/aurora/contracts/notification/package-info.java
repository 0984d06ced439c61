/** What notification-service announces: what people have been told. */
@NullMarked
package com.promode.aurora.contracts.notification;

import org.jspecify.annotations.NullMarked;
