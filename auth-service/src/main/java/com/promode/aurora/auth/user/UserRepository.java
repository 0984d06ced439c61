package com.promode.aurora.auth.user;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UserRepository extends JpaRepository<User, UUID> {

    /** Those who hold a role. */
    @Query(value = "SELECT * FROM users WHERE roles @> ARRAY[CAST(:role AS text)]", nativeQuery = true)
    List<User> holders(String role);
}
