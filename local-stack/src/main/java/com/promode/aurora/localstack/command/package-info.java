/** What a person can ask of the system: up, down, status, logs, reset. */
@NullMarked
package com.promode.aurora.localstack.command;

import org.jspecify.annotations.NullMarked;
