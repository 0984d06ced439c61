/** The demo: real trade of June 2023, played through the gateway, and its sums beside those that the system tells. */
@NullMarked
package com.promode.aurora.localstack.demo;

import org.jspecify.annotations.NullMarked;
