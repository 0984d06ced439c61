package com.promode.aurora.inventory.product;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProductRepository extends JpaRepository<Product, UUID> {

    @Query("select p.details.productCode from Product p where p.details.productCode in :codes")
    List<String> codesAmong(Collection<String> codes);
}
