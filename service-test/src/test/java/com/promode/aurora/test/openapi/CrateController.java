package com.promode.aurora.test.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.promode.aurora.starter.batch.Batch;
import com.promode.aurora.starter.batch.BatchResult;
import com.promode.aurora.starter.list.ListQuery;
import com.promode.aurora.starter.list.Page;
import com.promode.aurora.starter.web.Done;
import com.promode.aurora.starter.web.IfMatch;
import com.promode.aurora.starter.web.Versioned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has one endpoint of each kind; only looked at, never called. */
@RestController
@RequestMapping("/api/crates")
class CrateController {

    record SaveCrate(
            @NotBlank @Size(max = 20) String name, @Nullable String note, BigDecimal weight) {

        SaveCrate {
            weight = Objects.requireNonNullElse(weight, BigDecimal.ONE);
        }
    }

    record CrateView(
            UUID id,
            String name,
            @Nullable String note,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String colour,

            long version)
            implements Versioned {}

    @GetMapping
    @PreAuthorize("hasAuthority('crates:read')")
    Page<CrateView> list(ListQuery query) {
        throw new UnsupportedOperationException();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('crates:write')")
    BatchResult<CrateView> create(Batch<SaveCrate> commands) {
        throw new UnsupportedOperationException();
    }

    @PutMapping("/{id:[0-9a-f]{8}}")
    @PreAuthorize("hasAuthority('crates:write')")
    CrateView change(@PathVariable String id, @RequestBody SaveCrate command, IfMatch ifMatch) {
        throw new UnsupportedOperationException();
    }

    @PostMapping("/wash")
    @PreAuthorize("permitAll()")
    Done wash() {
        throw new UnsupportedOperationException();
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('crates:write')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        throw new UnsupportedOperationException();
    }
}
