package com.promode.aurora.starter.shelf;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ShelfApplication {}
