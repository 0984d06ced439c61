/** What people move, and what has moved. */
@NullMarked
package com.promode.aurora.inventory.movement;

import org.jspecify.annotations.NullMarked;
