package com.promode.aurora.inventory;

import com.promode.aurora.test.ServiceRules;

class InventoryRulesTests extends ServiceRules {}
