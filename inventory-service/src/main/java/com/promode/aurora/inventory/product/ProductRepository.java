package com.promode.aurora.inventory.product;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, UUID> {

    @Query("select p.details.productCode from Product p where p.details.productCode in :codes")
    List<String> codesAmong(Collection<String> codes);

    @Query("select p from Product p where p.details.productCode in :codes")
    List<Product> withCodes(Collection<String> codes);

    @Query("select p from Product p where p.details.productCode > :code order by p.details.productCode")
    List<Product> after(String code, Limit limit);

    /** Removes a product that nothing refers to; says whether it did. */
    @Query(value = "select remove_product(:id)", nativeQuery = true)
    boolean remove(UUID id);

    @Query(value = "SELECT EXISTS (SELECT FROM lots WHERE product_id = :id)", nativeQuery = true)
    boolean hasLots(UUID id);
}
