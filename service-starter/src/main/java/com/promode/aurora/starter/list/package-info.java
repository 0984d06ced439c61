/** Lists: paging, sorting, filtering, searching and sparse fields over SQL, from an allow list. */
@NullMarked
package com.promode.aurora.starter.list;

import org.jspecify.annotations.NullMarked;
