package com.promode.aurora.notification.notification;

import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.security.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A user's own notifications; those of others do not exist for him. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private final NotificationQueries notifications;
    private final NotificationService service;

    NotificationController(NotificationQueries notifications, NotificationService service) {
        this.notifications = notifications;
        this.service = service;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<NotificationView> list(ListQuery query) {
        return notifications.of(Caller.current().id(), query);
    }

    @PutMapping("/{id}/read")
    @PreAuthorize("isAuthenticated()")
    NotificationView read(@PathVariable UUID id) {
        return service.read(Caller.current().id(), id);
    }

    @PutMapping("/mark-all-read")
    @PreAuthorize("isAuthenticated()")
    AllRead readAll() {
        return service.readAll(Caller.current().id());
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        service.delete(Caller.current().id(), id);
    }
}
