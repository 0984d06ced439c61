package com.promode.aurora.inventory.category;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CategoryRepository extends JpaRepository<Category, UUID> {

    boolean existsByParentId(UUID id);

    List<Category> findByNameIn(Collection<String> names);

    @Query(value = "select exists (select from products where category_id = :id)", nativeQuery = true)
    boolean hasProducts(UUID id);
}
