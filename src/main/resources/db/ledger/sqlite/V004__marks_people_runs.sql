-- Export marks in the source, decisions of people, runs, plans and mappings as they were.
create table mark_intent (
  mark_batch_id text not null,
  source_id text not null,
  org text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null,
  seq integer not null,
  constraint mark_intent_pk primary key (mark_batch_id, source_id)
) strict, without rowid;

create table mark_outcome (
  mark_batch_id text not null,
  source_id text not null,
  outcome_no integer not null,
  org text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null,
  state text not null,
  words text not null,
  seq integer not null,
  constraint mark_outcome_pk primary key (mark_batch_id, source_id, outcome_no)
) strict, without rowid;

-- Current state, equal to the fold of mark intents and outcomes.
create table mark_current (
  org text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null,
  source_id text not null,
  state text not null,
  constraint mark_current_pk primary key (org, property, basis, book, post_month, source_id)
) strict, without rowid;
create index mark_current_source on mark_current (org, property, source_id, state);

-- By a person, or by 'target' after a refusal; the latest of a fact and company counts.
create table decision (
  decision_no integer primary key,
  target_company text not null,
  fact_id integer not null,
  kind text not null check (kind in ('HOLD', 'RELEASE', 'EXCLUDE')),
  reason text not null,
  decided_by text not null,
  decided_at text not null,
  seq integer not null,
  constraint decision_fact foreign key (fact_id) references fact (fact_id)
) strict;
create index decision_of_company on decision (target_company, fact_id, decision_no);

create table opening_acceptance (
  acceptance_no integer not null,
  target_company text not null,
  property text not null,
  account text not null,
  difference_minor integer not null,
  accepted_by text not null,
  accepted_at text not null,
  seq integer not null,
  constraint opening_acceptance_pk primary key (acceptance_no, account)
) strict;
create index opening_acceptance_of on opening_acceptance (target_company, property);

create table plan_note (
  plan_id text not null,
  target_company text not null,
  content_hash text not null,
  inputs_hash text not null,
  mapping_hash text not null,
  made_at text not null,
  seq integer not null,
  constraint plan_note_pk primary key (plan_id)
) strict;

create table mapping_publication (
  publication_no integer primary key,
  target_company text not null,
  mapping_hash text not null,
  author text not null,
  approver text not null,
  reason text not null,
  published_at text not null,
  seq integer not null,
  constraint mapping_publication_two_persons check (author <> approver)
) strict;

-- kind 'night' is the scheduled run: one of a company and business date, whatever the clock does.
create table run (
  run_id text not null,
  target_company text not null,
  business_date text not null check (length(business_date) = 10),
  kind text not null,
  epoch integer not null,
  started_at text not null,
  seq integer not null,
  constraint run_pk primary key (run_id)
) strict;
create unique index run_night on run (target_company, business_date) where kind = 'night';
create index run_started on run (started_at);

create table run_end (
  run_id text not null,
  outcome text not null,
  figures text not null,
  ended_at text not null,
  seq integer not null,
  constraint run_end_pk primary key (run_id),
  constraint run_end_run foreign key (run_id) references run (run_id)
) strict;

-- Current state: the run a company is in, if any.
create table run_current (
  target_company text not null,
  run_id text not null,
  epoch integer not null,
  constraint run_current_pk primary key (target_company)
) strict;

-- Append-only.
create trigger mark_intent_no_update before update on mark_intent
begin
  select raise(abort, 'mark_intent is append-only');
end;
create trigger mark_intent_no_delete before delete on mark_intent
begin
  select raise(abort, 'mark_intent is append-only');
end;
create trigger mark_outcome_no_update before update on mark_outcome
begin
  select raise(abort, 'mark_outcome is append-only');
end;
create trigger mark_outcome_no_delete before delete on mark_outcome
begin
  select raise(abort, 'mark_outcome is append-only');
end;
create trigger decision_no_update before update on decision
begin
  select raise(abort, 'decision is append-only');
end;
create trigger decision_no_delete before delete on decision
begin
  select raise(abort, 'decision is append-only');
end;
create trigger opening_acceptance_no_update before update on opening_acceptance
begin
  select raise(abort, 'opening_acceptance is append-only');
end;
create trigger opening_acceptance_no_delete before delete on opening_acceptance
begin
  select raise(abort, 'opening_acceptance is append-only');
end;
create trigger plan_note_no_update before update on plan_note
begin
  select raise(abort, 'plan_note is append-only');
end;
create trigger plan_note_no_delete before delete on plan_note
begin
  select raise(abort, 'plan_note is append-only');
end;
create trigger mapping_publication_no_update before update on mapping_publication
begin
  select raise(abort, 'mapping_publication is append-only');
end;
create trigger mapping_publication_no_delete before delete on mapping_publication
begin
  select raise(abort, 'mapping_publication is append-only');
end;
create trigger run_no_update before update on run
begin
  select raise(abort, 'run is append-only');
end;
create trigger run_no_delete before delete on run
begin
  select raise(abort, 'run is append-only');
end;
create trigger run_end_no_update before update on run_end
begin
  select raise(abort, 'run_end is append-only');
end;
create trigger run_end_no_delete before delete on run_end
begin
  select raise(abort, 'run_end is append-only');
end;
