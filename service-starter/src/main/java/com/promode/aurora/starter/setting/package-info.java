/** What tenants have set, as every replica knows it. */
@NullMarked
package com.promode.aurora.starter.setting;

import org.jspecify.annotations.NullMarked;
