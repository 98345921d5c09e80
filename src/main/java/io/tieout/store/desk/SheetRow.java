package io.tieout.store.desk;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** One row of {@code sheet}; the instant is UTC text of fixed width, the body compressed JSON. */
@MappedEntity("sheet")
record SheetRow(@Id String sheetId, String madeAt, byte[] body) {}
