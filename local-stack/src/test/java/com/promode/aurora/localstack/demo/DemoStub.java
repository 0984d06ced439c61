package com.promode.aurora.localstack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway with just enough behind it for the demo: it keeps what it is sent and adds it up. */
final class DemoStub implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    final List<String> calls = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final Queue<Integer> refusals = new ArrayDeque<>();
    final List<JsonNode> movements = new ArrayList<>();
    final List<JsonNode> lots = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> objects = new TreeMap<>();
    private final HttpServer server;
    private String password = "Aurora!2026";

    DemoStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void changePassword(String to) {
        password = to;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var method = exchange.getRequestMethod();
        calls.add(method + " " + path);
        var json = JSON.readTree(body.isEmpty() ? "{}" : body);
        try (exchange) {
            if (path.startsWith("/api/auth/")) {
                var good = !path.endsWith("login")
                        || json.path("password").asString().equals(password);
                answer(exchange, good ? 200 : 401, good ? token() : refusal("UNAUTHENTICATED"));
            } else if (!refusals.isEmpty()) {
                answer(exchange, refusals.remove(), refusal("CONFLICT"));
            } else if (method.equals("POST")) {
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                answer(exchange, 201, data(post(path, json)));
            } else {
                answer(
                        exchange,
                        200,
                        get(path, String.valueOf(exchange.getRequestURI().getQuery())));
            }
        }
    }

    private Object post(String path, JsonNode body) {
        if (path.endsWith("/movements")) {
            body.forEach(movements::add);
            return List.of();
        }
        if (path.endsWith("/receiving")) {
            body.path("items").forEach(lots::add);
            return Map.of();
        }
        if (!body.isArray()) {
            return create(path, body);
        }
        return body.valueStream()
                .map(item -> Map.of("status", 201, "data", create(path, item)))
                .toList();
    }

    private Map<String, Object> create(String path, JsonNode item) {
        var created = new HashMap<String, Object>();
        item.propertyStream().forEach(field -> created.put(field.getKey(), field.getValue()));
        created.put("id", UUID.randomUUID().toString());
        objects.computeIfAbsent(path, ignored -> new ArrayList<>()).add(created);
        return created;
    }

    private Object get(String path, String query) {
        if (path.endsWith("/movements")) {
            var type = query.contains("sale_order") ? "outbound" : "waste";
            return keyset(
                    movements.stream().filter(line -> type(line).equals(type)).toList(), query);
        }
        if (path.endsWith("/lots")) {
            return keyset(lots, query);
        }
        if (path.endsWith("/turnover")) {
            return data(turnover(query));
        }
        if (path.endsWith("/notifications")) {
            var product = movements.getFirst().path("productId").asString();
            var alert = Map.of("metadata", Map.of("productId", product));
            return data(Collections.nCopies(379, alert));
        }
        return data(objects.getOrDefault(path, List.of()));
    }

    private static Object keyset(List<?> items, String query) {
        var from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        var to = Math.min(from + 200, items.size());
        var meta = new HashMap<String, Object>();
        meta.put("nextCursor", to < items.size() ? String.valueOf(to) : null);
        return Map.of("success", true, "data", items.subList(from, to), "meta", meta);
    }

    private Object turnover(String query) {
        var byKey = new TreeMap<String, Turnover>();
        movements.forEach(line -> byKey.merge(
                query.contains("groupBy=day")
                        ? day(line)
                        : line.path("productId").asString(),
                turnover(line),
                Turnover::plus));
        var rows = byKey.entrySet().stream()
                .map(row -> sums(row.getKey(), row.getValue()))
                .toList();
        return Map.of("rows", rows, "totals", sums("", byKey.values().stream().reduce(Turnover.NONE, Turnover::plus)));
    }

    private Turnover turnover(JsonNode line) {
        var quantity = line.path("quantity").decimalValue();
        return type(line).equals("waste")
                ? Turnover.ofWaste(quantity)
                : Turnover.ofSale(quantity, line.path("unitPrice").decimalValue(), cost(line));
    }

    private BigDecimal cost(JsonNode line) {
        return lots.stream()
                .filter(lot -> lot.path("productId").equals(line.path("productId")))
                .filter(lot -> lot.path("batchNumber").asString().endsWith(day(line)))
                .findFirst()
                .map(lot -> lot.path("unitCost").decimalValue())
                .orElse(ZERO);
    }

    private static Map<String, Object> sums(String key, Turnover sums) {
        return Map.of(
                "key", key,
                "movements", sums.lines(),
                "quantityOut", sums.sold(),
                "revenue", sums.revenue(),
                "cost", sums.cost(),
                "wasteQuantity", sums.waste());
    }

    private static String day(JsonNode line) {
        return Instant.parse(line.path("occurredAt").asString())
                .atZone(DemoData.ZONE)
                .toLocalDate()
                .toString();
    }

    private static String type(JsonNode line) {
        return line.path("movementType").asString();
    }

    private static Object data(Object data) {
        return Map.of("success", true, "data", data);
    }

    private static Object token() {
        return data(Map.of("access_token", "a", "refresh_token", "r", "expires_in", 3600));
    }

    private static Object refusal(String code) {
        return Map.of("success", false, "error", Map.of("code", code, "message", "No."));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
