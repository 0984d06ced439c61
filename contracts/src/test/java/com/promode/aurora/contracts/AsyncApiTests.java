package com.promode.aurora.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document that other teams read says what the records say. */
class AsyncApiTests {

    @Test
    void documentIsWhatTheRecordsSay() throws IOException {
        Stored.check(Stored.ASYNCAPI, AsyncApi.document());
    }

    @Test
    void hasEveryTopicAndEveryEvent() {
        var document = new YAMLMapper().readTree(AsyncApi.document());
        assertThat(document.path("channels").propertyNames())
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.topics());
        assertThat(document.path("components").path("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().stream()
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(document.at("/components/messages/AuditRecorded/bindings/kafka/key/description")
                        .asString())
                .isEqualTo("The value of resourceId, else resourceType");
    }

    @Test
    void catalogueFindsEventsByNameAndSkipsWhatItDoesNotKnow() {
        assertThat(EventCatalogue.types()).allSatisfy(type -> assertThat(EventCatalogue.find(type.getSimpleName()))
                .contains(type));
        assertThat(EventCatalogue.find("InventedLater")).isEmpty();
        assertThat(Sample.all()).allSatisfy(sample -> assertThat(sample.event().type())
                .isEqualTo(sample.type().getSimpleName()));
    }
}
