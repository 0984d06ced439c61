package com.promode.aurora.auth.setting;

import com.promode.aurora.starter.web.IfMatch;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/admin/settings")
class SettingController {

    private final SettingService service;
    private final SettingQueries settings;

    SettingController(SettingService service, SettingQueries settings) {
        this.service = service;
        this.settings = settings;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('settings:read')")
    List<SettingView> all() {
        return settings.all();
    }

    @PutMapping
    @PreAuthorize("hasAuthority('settings:write')")
    List<SettingView> changeSeveral(@RequestBody Map<String, JsonNode> values) {
        return service.change(values);
    }

    @GetMapping("/{key}")
    @PreAuthorize("hasAuthority('settings:read')")
    SettingView get(@PathVariable String key) {
        return settings.get(key);
    }

    @PutMapping("/{key}")
    @PreAuthorize("hasAuthority('settings:write')")
    SettingView change(@PathVariable String key, @Valid @RequestBody ChangeSetting command, IfMatch ifMatch) {
        return service.change(key, command.value(), ifMatch);
    }
}
