package com.promode.aurora.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.localstack.demo.DemoData.ItemDay;
import com.promode.aurora.localstack.demo.DemoData.Product;
import com.promode.aurora.localstack.demo.DemoData.Sale;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DemoDataTests {

    private static final String SALES = """
            date,time,item_code,quantity_kg,unit_price,discounted
            2023-06-15,20:46:53.108,7,1.000,4.50,true
            2023-06-15,09:08:41.4,7,0.293,2.70,false
            2023-06-14,21:00:00,7,2,3.10,false
            """;

    @Test
    void theFilesHoldWhatTheDemoPromises() {
        var data = DemoData.load();

        assertThat(data.products()).hasSize(251);
        assertThat(data.products().values().stream().map(Product::category).distinct())
                .hasSize(6);
        assertThat(data.sales()).hasSize(5_983);
        assertThat(data.sales().stream().map(Sale::itemCode).distinct()).hasSize(51);
        assertThat(data.sales()).allSatisfy(sale -> assertThat(sale.quantity()).isPositive());
    }

    @Test
    void everyLineHasAReferenceOfItsOwn() {
        assertThat(DemoData.load().sales()).extracting(Sale::id).doesNotHaveDuplicates();
    }

    @Test
    void cleansTheDirt() {
        var data = DemoData.load();

        assertThat(data.products().values().stream().map(Product::category).distinct())
                .contains("Flower/Leaf Vegetables");
        assertThat(DemoData.clean("\u00a0 Flower/Leaf\u00a0Vegetables ")).isEqualTo("Flower/Leaf Vegetables");
    }

    @Test
    void readsTimesAsTheShopsOwnAndPutsTheLinesInOrder() {
        var sales = parse(SALES).sales();

        assertThat(sales)
                .extracting(Sale::occurredAt)
                .containsExactly(
                        Instant.parse("2023-06-14T15:30:00Z"),
                        Instant.parse("2023-06-15T03:38:41.4Z"),
                        Instant.parse("2023-06-15T15:16:53.108Z"));
        assertThat(sales.getFirst().date()).isEqualTo(LocalDate.of(2023, 6, 14));
        assertThat(sales.get(1).quantity()).isEqualByComparingTo("0.293");
        assertThat(sales.get(1).unitPrice()).isEqualByComparingTo("2.70");
    }

    @Test
    void keepsPricesByItemAndDay() {
        assertThat(parse(SALES).wholesalePrices().get(new ItemDay("7", LocalDate.of(2023, 6, 15))))
                .isEqualByComparingTo("1.85");
    }

    @Test
    void refusesAProductWithoutALossRate() {
        assertThatThrownBy(() -> DemoData.parse(
                        new StringReader("item_code,name,category_code,category\n8,Leek,1,Leaf\n"),
                        new StringReader("item_code,name,loss_rate_percent\n7,Cress,4.39\n"),
                        new StringReader(SALES),
                        new StringReader("date,item_code,price_per_kg\n")))
                .hasMessageContaining("no loss rate of 8");
    }

    private static DemoData parse(String sales) {
        return DemoData.parse(
                new StringReader("item_code,name,category_code,category\n7,Cress,1,Leaf\n"),
                new StringReader("item_code,name,loss_rate_percent\n7,Cress,4.39\n"),
                new StringReader(sales),
                new StringReader("date,item_code,price_per_kg\n2023-06-15,7,1.85\n"));
    }
}
