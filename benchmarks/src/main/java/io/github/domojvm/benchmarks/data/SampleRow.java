package io.github.domojvm.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A row of the generated file.
 *
 * @param id consecutive
 * @param day the day of the sale
 * @param soldAt the second of the sale
 * @param customer a name, many with characters outside of ASCII
 * @param sku an article number
 * @param quantity 1 to 40
 * @param price with two digits after the point
 * @param weight in kilograms
 * @param note empty, plain, or with commas, line breaks or quotes
 */
public record SampleRow(
        long id,
        LocalDate day,
        LocalDateTime soldAt,
        String customer,
        String sku,
        int quantity,
        BigDecimal price,
        double weight,
        String note) {}
