package com.promode.aurora.auth.setting;

import static com.promode.aurora.auth.setting.SettingDefinition.JSON;
import static com.promode.aurora.auth.setting.SettingType.BOOLEAN;
import static com.promode.aurora.auth.setting.SettingType.NUMBER;
import static com.promode.aurora.auth.setting.SettingType.STRING;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.IntNode;

/** All settings that there are. */
@Component
class SettingCatalogue {

    private static final List<SettingDefinition> ALL = List.of(
            new SettingDefinition(
                    "delivery.proof",
                    STRING,
                    JSON.stringNode("otp"),
                    "What a driver needs to hand an order over: otp, signature or photo",
                    true,
                    SettingRule.oneOf("otp", "signature", "photo")),
            number(
                    "purchaseOrder.approvalLimit",
                    50_000,
                    "Purchase orders above this amount in INR need the approval of somebody else",
                    SettingRule.amount("0", "1000000000")),
            new SettingDefinition(
                    "security.adminAllowList",
                    SettingType.JSON,
                    JSON.arrayNode(),
                    "Address ranges (CIDR) from which /api/admin may be used; an empty list is no limit",
                    false,
                    SettingRule.NETWORKS),
            new SettingDefinition(
                    "security.requestSigning",
                    BOOLEAN,
                    JSON.booleanNode(false),
                    "Whether sensitive requests have to be signed",
                    false,
                    SettingRule.NONE),
            number(
                    "session.limit",
                    3,
                    "How many sessions a user may have at once; the oldest ends",
                    SettingRule.whole("1", "100")),
            number(
                    "stock.approvalLimit",
                    50_000,
                    "Adjustments worth more than this amount in INR need the approval of somebody else",
                    SettingRule.amount("0", "1000000000")),
            number(
                    "stock.backDateDays",
                    30,
                    "How many days ago a movement may have taken place",
                    SettingRule.whole("0", "10000")),
            new SettingDefinition(
                    "stock.closedUntil",
                    STRING,
                    JSON.nullNode(),
                    "Last business date of the closed period, in which nothing may be booked; null while nothing is closed",
                    false,
                    SettingRule.DATE),
            number(
                    "stock.expiryWarningDays",
                    3,
                    "How many days before its expiry date a lot is announced as expiring",
                    SettingRule.whole("0", "365")),
            number(
                    "stock.overReceiptTolerancePercent",
                    5,
                    "How much more than ordered may be received",
                    SettingRule.amount("0", "100")),
            number(
                    "stock.reservationMinutes",
                    30,
                    "How long goods are set aside for an order that is not confirmed",
                    SettingRule.whole("1", "10080")),
            number(
                    "temperature.breachMinutes",
                    10,
                    "How long a location may be outside of its limits before it is an alert",
                    SettingRule.whole("1", "1440")),
            number(
                    "temperature.silentMinutes",
                    15,
                    "How long a sensor may be silent before it is an alert",
                    SettingRule.whole("1", "1440")));

    List<SettingDefinition> all() {
        return ALL;
    }

    Optional<SettingDefinition> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static SettingDefinition number(String key, int preset, String description, SettingRule rule) {
        return new SettingDefinition(key, NUMBER, IntNode.valueOf(preset), description, false, rule);
    }
}
