package com.promode.aurora.analytics;

import com.promode.aurora.test.ServiceRules;

class AnalyticsRulesTests extends ServiceRules {}
