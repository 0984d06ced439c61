package com.promode.aurora.starter.shelf;

import com.promode.aurora.starter.web.Done;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that go wrong on purpose, or are unlike the others. */
@RestController
@RequestMapping("/api/trouble")
class TroubleController {

    private final TroubleService trouble;

    TroubleController(TroubleService trouble) {
        this.trouble = trouble;
    }

    record Swap(UUID first, UUID second) {}

    @GetMapping("/unprotected")
    String unprotected() {
        return "nobody may see this";
    }

    @GetMapping("/public")
    @PreAuthorize("permitAll()")
    Map<String, Boolean> open() {
        return Map.of("open", true);
    }

    @GetMapping("/unexpected")
    @PreAuthorize("isAuthenticated()")
    Done unexpected() {
        throw new IllegalStateException("the secret is in com.promode.aurora.Vault");
    }

    @GetMapping("/sql")
    @PreAuthorize("isAuthenticated()")
    Done sql() {
        trouble.badSql();
        return new Done("never");
    }

    @GetMapping("/lost")
    @PreAuthorize("isAuthenticated()")
    Done lost() {
        trouble.loseConnection();
        return new Done("never");
    }

    @PostMapping("/wait/{key}")
    @PreAuthorize("isAuthenticated()")
    Done waitForLock(@PathVariable long key) {
        trouble.waitForLock(key);
        return new Done("got it");
    }

    @PostMapping("/crash")
    @PreAuthorize("isAuthenticated()")
    Done crash(@RequestBody SaveShelf command) {
        trouble.crashAfter(command);
        return new Done("never");
    }

    @PostMapping("/slow")
    @PreAuthorize("isAuthenticated()")
    Done slow(@RequestBody SaveShelf command) {
        trouble.createSlowly(command);
        return new Done("The shelf stands");
    }

    @PostMapping("/swaps")
    @PreAuthorize("isAuthenticated()")
    Done swap(@RequestBody Swap swap) {
        trouble.lock(swap.first(), swap.second());
        return new Done("Swapped");
    }
}
