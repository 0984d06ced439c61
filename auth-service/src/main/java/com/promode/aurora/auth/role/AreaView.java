package com.promode.aurora.auth.role;

import java.util.List;

/**
 * The permissions of one area of the business.
 *
 * @param wildcard what stands for all of them when a role is written
 */
record AreaView(String area, String wildcard, List<Permission> permissions) {

    /**
     * One permission.
     *
     * @param wildcards all names that stand for it among others
     */
    record Permission(String name, String description, List<String> wildcards) {}
}
