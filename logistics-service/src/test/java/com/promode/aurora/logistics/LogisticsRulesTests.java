package com.promode.aurora.logistics;

import com.promode.aurora.test.ServiceRules;

class LogisticsRulesTests extends ServiceRules {}
