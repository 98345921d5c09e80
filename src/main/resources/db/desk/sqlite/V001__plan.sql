-- Plans that were made: enough to make them again and compare. Bodies of plans never applied may be pruned; the ledger's
-- chain keeps their hashes.
create table plan (
    plan_id varchar(26) not null,
    company varchar(100) not null,
    content_hash char(64) not null,
    inputs_hash char(64) not null,
    mapping_hash char(64) not null,
    published integer not null,
    selection text not null,
    state varchar(20) not null,
    made_at char(27) not null,
    documents integer not null,
    held integer not null,
    excluded integer not null,
    total_minor bigint not null,
    body_json text not null,
    constraint plan_pk primary key (plan_id),
    constraint plan_state check (state in ('PLANNED', 'APPLIED', 'PARTLY_APPLIED', 'REFUSED', 'REJECTED'))
);

create index plan_by_company on plan (company, made_at);
