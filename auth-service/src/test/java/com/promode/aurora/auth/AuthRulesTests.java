package com.promode.aurora.auth;

import com.promode.aurora.test.ServiceRules;

class AuthRulesTests extends ServiceRules {}
