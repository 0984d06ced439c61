package com.promode.aurora.warehouse.storage;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Storage locations of the current tenant. */
interface StorageLocationRepository extends JpaRepository<StorageLocation, UUID> {

    boolean existsByNameIgnoreCaseAndIdNot(String name, UUID id);
}
