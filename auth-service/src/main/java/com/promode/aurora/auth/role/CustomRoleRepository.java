package com.promode.aurora.auth.role;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomRoleRepository extends JpaRepository<CustomRole, UUID> {

    Optional<CustomRole> findByNameIgnoreCase(String name);
}
