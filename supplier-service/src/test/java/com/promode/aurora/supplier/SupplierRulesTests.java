package com.promode.aurora.supplier;

import com.promode.aurora.test.ServiceRules;

class SupplierRulesTests extends ServiceRules {}
