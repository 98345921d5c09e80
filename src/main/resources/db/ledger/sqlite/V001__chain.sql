-- The chain and the writer's lease. Design 5: one stream per organisation, per company and for the installation;
-- one commit writes one block of at most 1,000 events or 1 MiB per stream it touches (more, where a unit is larger).
create table chain_block (
  stream text not null,
  block_no integer not null check (block_no >= 0),
  first_seq integer not null check (first_seq >= 1),
  event_count integer not null check (event_count between 1 and 1000),
  epoch integer not null,
  committed_at_micros integer not null,
  body blob not null,
  leaves blob not null,
  head blob not null,
  constraint chain_block_pk primary key (stream, block_no)
) strict;

-- Current state: who may write. The epoch is the fence: it only grows, and each commit checks that it is still its own.
create table writer_lease (
  name text not null,
  epoch integer not null,
  holder text not null,
  renewed_at_micros integer not null,
  constraint writer_lease_pk primary key (name)
) strict;

-- Append-only.
create trigger chain_block_no_update before update on chain_block
begin
  select raise(abort, 'chain_block is append-only');
end;
create trigger chain_block_no_delete before delete on chain_block
begin
  select raise(abort, 'chain_block is append-only');
end;
