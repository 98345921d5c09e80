-- What the source said. A number column (fact_id, snapshot_no, scope_no) is given by the writer and never re-used;
-- seq is the number of the row's event in its stream.
create table snapshot (
  snapshot_no integer primary key,
  snapshot_id text not null,
  org text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null check (length(post_month) = 7),
  scope_no integer not null,
  complete integer not null check (complete in (0, 1)),
  read_at text not null,
  finding_codes text not null,
  lines_count integer not null,
  debit_minor integer not null,
  credit_minor integer not null,
  seq integer not null,
  constraint snapshot_id_unique unique (snapshot_id)
) strict;
create index snapshot_scope on snapshot (org, property, basis, book, post_month, snapshot_no);

-- The raw answers a snapshot came from; the answers may be purged, their hashes never.
create table snapshot_answer (
  snapshot_no integer not null,
  position integer not null,
  raw_sha256 blob not null,
  seq integer not null,
  constraint snapshot_answer_pk primary key (snapshot_no, position),
  constraint snapshot_answer_snapshot foreign key (snapshot_no) references snapshot (snapshot_no)
) strict, without rowid;

-- Control totals by the source and sums over the lines, signed minor units.
create table snapshot_total (
  snapshot_no integer not null,
  account text not null,
  account_number text not null,
  account_name text not null,
  opening_minor integer not null,
  debit_opening_minor integer not null,
  credit_opening_minor integer not null,
  debit_closing_minor integer not null,
  credit_closing_minor integer not null,
  net_change_minor integer not null,
  closing_minor integer not null,
  line_debit_minor integer not null,
  line_credit_minor integer not null,
  lines_count integer not null,
  seq integer not null,
  constraint snapshot_total_pk primary key (snapshot_no, account),
  constraint snapshot_total_snapshot foreign key (snapshot_no) references snapshot (snapshot_no)
) strict, without rowid;

-- Source ids that one reading held more than once: posted by occurrence, not marked until a person decides.
create table snapshot_repeated_id (
  snapshot_no integer not null,
  source_id text not null,
  seq integer not null,
  constraint snapshot_repeated_id_pk primary key (snapshot_no, source_id),
  constraint snapshot_repeated_id_snapshot foreign key (snapshot_no) references snapshot (snapshot_no)
) strict, without rowid;

-- The order of the unique columns lets a reading find its facts by source id.
create table fact (
  fact_id integer primary key,
  org text not null,
  kind text not null,
  property text not null,
  basis text not null,
  book text not null,
  account text not null,
  source_id text not null,
  occurrence integer not null check (occurrence >= 1),
  seq integer not null,
  constraint fact_key unique (org, kind, property, basis, book, source_id, account, occurrence)
) strict;
-- Whether another basis has a source id too: asked for a property, and for each id before it is marked.
create index fact_source on fact (org, kind, property, source_id, basis);

-- Version 1 comes with the fact, in one event. Amounts as written by the source; what counts is debit minus credit.
create table fact_version (
  fact_id integer not null,
  version integer not null check (version >= 1),
  snapshot_no integer not null,
  fingerprint blob not null,
  account_number text not null,
  transaction_type text not null,
  post_month text not null check (length(post_month) = 7),
  post_date text not null check (length(post_date) = 10),
  transaction_date text not null check (length(transaction_date) = 10),
  debit_minor integer not null,
  credit_minor integer not null,
  currency text not null,
  text_hash blob not null,
  seq integer not null,
  constraint fact_version_pk primary key (fact_id, version),
  constraint fact_version_fact foreign key (fact_id) references fact (fact_id)
) strict, without rowid;

-- Erasable: names and memos of people. The chain holds only the salted hash, which verifies while the row is here.
create table fact_text (
  fact_id integer not null,
  version integer not null,
  salt blob not null,
  reference text not null,
  memo text not null,
  constraint fact_text_pk primary key (fact_id, version)
) strict, without rowid;

-- A fact that a complete snapshot of its scope lacked, or that came back. At most two absences, of two nights, in a row.
create table fact_absence (
  fact_id integer not null,
  snapshot_no integer not null,
  absent integer not null check (absent in (0, 1)),
  seq integer not null,
  constraint fact_absence_pk primary key (fact_id, snapshot_no),
  constraint fact_absence_fact foreign key (fact_id) references fact (fact_id)
) strict, without rowid;

-- Current state, equal to the fold of the events: version, scope of that version, absences since it was last present.
create table fact_current (
  fact_id integer primary key,
  version integer not null,
  scope_no integer not null,
  absent_snapshot_no integer not null,
  absent_again_snapshot_no integer not null
) strict;
create index fact_current_scope on fact_current (scope_no);

-- Receivable and payable records of a property as of one moment. The body holds names and may be erased.
create table sub_ledger (
  snapshot_id text not null,
  org text not null,
  property text not null,
  read_at text not null,
  records_count integer not null,
  body_hash blob not null,
  seq integer not null,
  constraint sub_ledger_pk primary key (snapshot_id)
) strict;
create index sub_ledger_property on sub_ledger (org, property, seq);

create table sub_ledger_body (
  snapshot_id text not null,
  salt blob not null,
  body blob not null,
  constraint sub_ledger_body_pk primary key (snapshot_id)
) strict;

-- What the source said of a property; a row for each change.
create table property_seen (
  property_no integer primary key,
  org text not null,
  property text not null,
  name text not null,
  lookup_code text not null,
  disabled integer not null check (disabled in (0, 1)),
  ar_post_month text not null,
  ap_post_month text not null,
  gl_post_month text not null,
  seen_at text not null,
  seq integer not null
) strict;
create index property_seen_of on property_seen (org, property, property_no);

-- Append-only.
create trigger property_seen_no_update before update on property_seen
begin
  select raise(abort, 'property_seen is append-only');
end;
create trigger property_seen_no_delete before delete on property_seen
begin
  select raise(abort, 'property_seen is append-only');
end;
create trigger snapshot_no_update before update on snapshot
begin
  select raise(abort, 'snapshot is append-only');
end;
create trigger snapshot_no_delete before delete on snapshot
begin
  select raise(abort, 'snapshot is append-only');
end;
create trigger snapshot_answer_no_update before update on snapshot_answer
begin
  select raise(abort, 'snapshot_answer is append-only');
end;
create trigger snapshot_answer_no_delete before delete on snapshot_answer
begin
  select raise(abort, 'snapshot_answer is append-only');
end;
create trigger snapshot_total_no_update before update on snapshot_total
begin
  select raise(abort, 'snapshot_total is append-only');
end;
create trigger snapshot_total_no_delete before delete on snapshot_total
begin
  select raise(abort, 'snapshot_total is append-only');
end;
create trigger snapshot_repeated_id_no_update before update on snapshot_repeated_id
begin
  select raise(abort, 'snapshot_repeated_id is append-only');
end;
create trigger snapshot_repeated_id_no_delete before delete on snapshot_repeated_id
begin
  select raise(abort, 'snapshot_repeated_id is append-only');
end;
create trigger fact_no_update before update on fact
begin
  select raise(abort, 'fact is append-only');
end;
create trigger fact_no_delete before delete on fact
begin
  select raise(abort, 'fact is append-only');
end;
create trigger fact_version_no_update before update on fact_version
begin
  select raise(abort, 'fact_version is append-only');
end;
create trigger fact_version_no_delete before delete on fact_version
begin
  select raise(abort, 'fact_version is append-only');
end;
create trigger fact_absence_no_update before update on fact_absence
begin
  select raise(abort, 'fact_absence is append-only');
end;
create trigger fact_absence_no_delete before delete on fact_absence
begin
  select raise(abort, 'fact_absence is append-only');
end;
create trigger sub_ledger_no_update before update on sub_ledger
begin
  select raise(abort, 'sub_ledger is append-only');
end;
create trigger sub_ledger_no_delete before delete on sub_ledger
begin
  select raise(abort, 'sub_ledger is append-only');
end;
