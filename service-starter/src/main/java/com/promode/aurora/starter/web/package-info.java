/** The envelope around every answer, and the answers to everything that goes wrong. */
@NullMarked
package com.promode.aurora.starter.web;

import org.jspecify.annotations.NullMarked;
