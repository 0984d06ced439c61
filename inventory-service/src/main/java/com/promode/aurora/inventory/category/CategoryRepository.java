package com.promode.aurora.inventory.category;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CategoryRepository extends JpaRepository<Category, UUID> {

    boolean existsByParentId(UUID id);

    List<Category> findByNameIn(Collection<String> names);

    /** Until the transaction ends nobody else of the tenant moves a category. */
    @Query(value = "select cast(lock_categories(current_tenant()) as text)", nativeQuery = true)
    String lockTree();

    /** Whether the one is the other, or somewhere below it. */
    @Query(value = "select :id in (select category_tree(:top))", nativeQuery = true)
    boolean isWithin(UUID id, UUID top);

    @Query(value = "select exists (select from products where category_id = :id)", nativeQuery = true)
    boolean hasProducts(UUID id);
}
