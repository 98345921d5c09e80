package io.tieout.store.desk;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** One set of queries for both databases (docs/decisions, Micronaut Data on SQLite and PostgreSQL). */
@JdbcRepository(dataSource = "desk", dialect = Dialect.ANSI)
interface PlanRows extends CrudRepository<PlanRow, String> {

    @Query("select * from plan where company = :company order by made_at desc, plan_id desc limit :count")
    List<PlanRow> latest(String company, int count);

    @Query("update plan set state = :state where plan_id = :planId")
    int setState(String planId, String state);
}
