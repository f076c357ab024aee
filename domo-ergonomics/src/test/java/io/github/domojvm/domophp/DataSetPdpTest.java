package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Group;
import io.github.domojvm.rest.model.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetPdpTest extends ManualTest {
    @Test
    void getPDPList() {
        DataSet dataSet = fruit();
        apples(dataSet);

        assertThat(domo.policies().list(dataSet.id()))
                .extracting(Policy::name)
                .containsExactly("All Rows", "Apples only");
    }

    @Test
    void getDataSetPDP() {
        DataSet dataSet = fruit();
        Policy policy = apples(dataSet);

        assertThat(domo.policies().get(dataSet.id(), policy.id())).isEqualTo(policy);
        assertThat(domo.policies().find(dataSet.id(), 99)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.policies().get(dataSet.id(), 99));
    }

    @Test
    void createDataSetPDP() {
        DataSet dataSet = fruit();
        Group growers = domo.groups().create("Growers");

        Policy policy = domo.policies()
                .create(
                        dataSet.id(),
                        CreatePolicyRequest.builder()
                                .name("Apples only")
                                .filters(List.of(PolicyFilters.column("Fruit").equalTo("Apples")))
                                .users(List.of(730_114L))
                                .groups(List.of(growers.id()))
                                .build());

        assertThat(policy.users())
                .as("users and groups together, which domo-php rejects")
                .containsExactly(730_114L);
        assertThat(policy.groups()).containsExactly(growers.id());
        assertThat(policy.filters().get(0).not()).isFalse();
    }

    @Test
    void updateDataSetPDP() {
        DataSet dataSet = fruit();
        Policy policy = apples(dataSet);

        Policy renamed = domo.policies().update(dataSet.id(), policy.id(), change -> change.name("Other"));

        assertThat(renamed)
                .as("unspecified members are preserved")
                .isEqualTo(policy.toBuilder().name("Other").build());
    }

    @Test
    void deleteDataSetPDP() {
        DataSet dataSet = fruit();
        Policy policy = apples(dataSet);

        assertThat(domo.policies().delete(dataSet.id(), policy.id())).isTrue();
        assertThat(domo.policies().delete(dataSet.id(), policy.id())).isFalse();
    }
}
