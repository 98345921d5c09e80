-- Answers of the outside world by the hash of their bytes. Purgeable: the ledger keeps the hashes for ever.
create table raw_answer (
  sha256 text not null check (length(sha256) = 64),
  source_system text not null,
  call_name text not null,
  saved_at text not null,
  size_bytes integer not null,
  body blob not null,
  constraint raw_answer_pk primary key (sha256)
) strict;
create index raw_answer_saved on raw_answer (saved_at);
