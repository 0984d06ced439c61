package com.promode.aurora.starter.list;

/** An answer that is more than a list, such as rows with their totals, and whose rows come in pages. */
public interface Paged {

    /** What the envelope says of the page; not a part of the answer itself. */
    Page.Meta meta();
}
