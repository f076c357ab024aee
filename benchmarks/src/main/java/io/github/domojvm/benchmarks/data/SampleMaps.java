package io.github.domojvm.benchmarks.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** The rows as maps from the names of the columns. */
public final class SampleMaps {
    private SampleMaps() {}

    /**
     * Converts a row.
     *
     * @param row the row
     * @return its values, in the order of the columns
     */
    public static Map<String, Object> of(SampleRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", row.id());
        map.put("day", row.day());
        map.put("soldAt", row.soldAt());
        map.put("customer", row.customer());
        map.put("sku", row.sku());
        map.put("quantity", row.quantity());
        map.put("price", row.price());
        map.put("weight", row.weight());
        map.put("note", row.note());
        return map;
    }
}
