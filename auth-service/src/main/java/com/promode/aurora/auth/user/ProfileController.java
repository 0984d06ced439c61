package com.promode.aurora.auth.user;

import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.web.BusinessException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/me")
class ProfileController {

    private final UserQueries users;
    private final UserMirror mirror;

    ProfileController(UserQueries users, UserMirror mirror) {
        this.users = users;
        this.mirror = mirror;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    UserView me() {
        var id = Caller.current().id();
        return users.find(id).orElseGet(() -> {
            mirror.one(id);
            return users.find(id).orElseThrow(() -> BusinessException.notFound("user", id));
        });
    }
}
