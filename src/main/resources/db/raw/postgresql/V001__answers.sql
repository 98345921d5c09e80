-- Answers of the outside world by the hash of their bytes. Purgeable: the ledger keeps the hashes for ever.
create table raw_answer (
  sha256 text not null check (length(sha256) = 64),
  source_system text not null,
  call_name text not null,
  saved_at text not null,
  size_bytes bigint not null,
  body bytea not null,
  constraint raw_answer_pk primary key (sha256)
);
-- Compressed already.
alter table raw_answer alter column body set storage external;
create index raw_answer_saved on raw_answer (saved_at);
