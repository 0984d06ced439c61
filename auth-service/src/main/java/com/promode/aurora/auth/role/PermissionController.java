package com.promode.aurora.auth.role;

import com.promode.aurora.auth.access.AccessCatalogue;
import com.promode.aurora.auth.access.Wildcards;
import com.promode.aurora.auth.role.AreaView.Permission;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/permissions")
class PermissionController {

    private final List<AreaView> areas;

    PermissionController(AccessCatalogue catalogue, Wildcards wildcards) {
        areas = catalogue.permissions().entrySet().stream()
                .map(entry -> new Permission(entry.getKey(), entry.getValue(), wildcards.of(entry.getKey())))
                .collect(Collectors.groupingBy(
                        permission -> Wildcards.area(permission.name()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new AreaView(entry.getKey(), entry.getKey() + ":*", entry.getValue()))
                .toList();
    }

    @GetMapping
    @PreAuthorize("hasAuthority('roles:read')")
    List<AreaView> list() {
        return areas;
    }
}
