package io.tieout.store.desk;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** One set of queries for both databases. */
@JdbcRepository(dataSource = "desk", dialect = Dialect.ANSI)
interface SheetRows extends GenericRepository<SheetRow, String> {

    Optional<SheetRow> findById(String sheetId);

    @Query("insert into sheet (sheet_id, made_at, body) values (:sheetId, :madeAt, :body)"
            + " on conflict (sheet_id) do update set made_at = excluded.made_at, body = excluded.body")
    void put(String sheetId, String madeAt, byte[] body);

    /** Removes plans that were made before an instant and never applied. */
    @Query("delete from sheet where sheet_id like 'plan|%' and made_at < :before and not exists (select 1 from plan p"
            + " where p.plan_id = substr(sheet.sheet_id, 6) and p.state in ('APPLIED', 'PARTLY_APPLIED'))")
    void prune(String before);
}
