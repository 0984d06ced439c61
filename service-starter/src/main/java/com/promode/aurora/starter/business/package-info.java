/** Business dates of a tenant. */
@NullMarked
package com.promode.aurora.starter.business;

import org.jspecify.annotations.NullMarked;
