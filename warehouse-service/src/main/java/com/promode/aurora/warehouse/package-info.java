/** Warehouse: where goods lie, at what temperature and quality, and who handles them. */
@NullMarked
package com.promode.aurora.warehouse;

import org.jspecify.annotations.NullMarked;
