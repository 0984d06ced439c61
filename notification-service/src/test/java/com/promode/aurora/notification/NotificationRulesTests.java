package com.promode.aurora.notification;

import com.promode.aurora.test.ServiceRules;

class NotificationRulesTests extends ServiceRules {}
