-- The chain and the writer's lease. Design 5: one stream per organisation, per company and for the installation;
-- one commit writes one block of at most 1,000 events or 1 MiB per stream it touches (more, where a unit is larger).
create table chain_block (
  stream text not null,
  block_no bigint not null check (block_no >= 0),
  first_seq bigint not null check (first_seq >= 1),
  event_count integer not null check (event_count between 1 and 1000),
  epoch bigint not null,
  committed_at_micros bigint not null,
  body bytea not null,
  leaves bytea not null,
  head bytea not null,
  constraint chain_block_pk primary key (stream, block_no)
);
alter table chain_block alter column body set storage external;
alter table chain_block alter column leaves set storage external;

-- Current state: who may write. The epoch is the fence: it only grows, and each commit checks that it is still its own.
create table writer_lease (
  name text not null,
  epoch bigint not null,
  holder text not null,
  renewed_at_micros bigint not null,
  constraint writer_lease_pk primary key (name)
);

-- Append-only.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger chain_block_append_only before update or delete or truncate on chain_block
  for each statement execute function refuse_change();
