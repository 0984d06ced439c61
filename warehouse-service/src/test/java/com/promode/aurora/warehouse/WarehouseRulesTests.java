package com.promode.aurora.warehouse;

import com.promode.aurora.test.ServiceRules;

class WarehouseRulesTests extends ServiceRules {}
