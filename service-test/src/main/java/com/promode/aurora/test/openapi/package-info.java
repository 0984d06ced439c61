/** The OpenAPI document of a service, made of its routes and of the calls that its tests make. */
@NullMarked
package com.promode.aurora.test.openapi;

import org.jspecify.annotations.NullMarked;
