/** Storage locations, as warehouse-service has announced them. */
@NullMarked
package com.promode.aurora.inventory.location;

import org.jspecify.annotations.NullMarked;
