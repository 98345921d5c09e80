-- Export marks in the source, decisions of people, runs, plans and mappings as they were.
create table mark_intent (
  mark_batch_id text not null,
  source_id text not null,
  org text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null,
  seq bigint not null,
  constraint mark_intent_pk primary key (mark_batch_id, source_id)
);

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
  seq bigint not null,
  constraint mark_outcome_pk primary key (mark_batch_id, source_id, outcome_no)
);

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
);
create index mark_current_source on mark_current (org, property, source_id, state);

-- By a person, or by 'target' after a refusal; the latest of a fact and company counts.
create table decision (
  decision_no bigint not null,
  target_company text not null,
  fact_id bigint not null,
  kind text not null check (kind in ('HOLD', 'RELEASE', 'EXCLUDE')),
  reason text not null,
  decided_by text not null,
  decided_at text not null,
  seq bigint not null,
  constraint decision_pk primary key (decision_no),
  constraint decision_fact foreign key (fact_id) references fact (fact_id)
);
create index decision_of_company on decision (target_company, fact_id, decision_no);

create table opening_acceptance (
  acceptance_no bigint not null,
  target_company text not null,
  property text not null,
  account text not null,
  difference_minor bigint not null,
  accepted_by text not null,
  accepted_at text not null,
  seq bigint not null,
  constraint opening_acceptance_pk primary key (acceptance_no, account)
);
create index opening_acceptance_of on opening_acceptance (target_company, property);

create table plan_note (
  plan_id text not null,
  target_company text not null,
  content_hash text not null,
  inputs_hash text not null,
  mapping_hash text not null,
  made_at text not null,
  seq bigint not null,
  constraint plan_note_pk primary key (plan_id)
);

create table mapping_publication (
  publication_no bigint not null,
  target_company text not null,
  mapping_hash text not null,
  author text not null,
  approver text not null,
  reason text not null,
  published_at text not null,
  seq bigint not null,
  constraint mapping_publication_pk primary key (publication_no),
  constraint mapping_publication_two_persons check (author <> approver)
);

-- kind 'night' is the scheduled run: one of a company and business date, whatever the clock does.
create table run (
  run_id text not null,
  target_company text not null,
  business_date text not null check (length(business_date) = 10),
  kind text not null,
  epoch bigint not null,
  started_at text not null,
  seq bigint not null,
  constraint run_pk primary key (run_id)
);
create unique index run_night on run (target_company, business_date) where kind = 'night';
create index run_started on run (started_at);

create table run_end (
  run_id text not null,
  outcome text not null,
  figures text not null,
  ended_at text not null,
  seq bigint not null,
  constraint run_end_pk primary key (run_id),
  constraint run_end_run foreign key (run_id) references run (run_id)
);

-- Current state: the run a company is in, if any.
create table run_current (
  target_company text not null,
  run_id text not null,
  epoch bigint not null,
  constraint run_current_pk primary key (target_company)
);

-- Append-only.
create trigger mark_intent_append_only before update or delete or truncate on mark_intent
  for each statement execute function refuse_change();
create trigger mark_outcome_append_only before update or delete or truncate on mark_outcome
  for each statement execute function refuse_change();
create trigger decision_append_only before update or delete or truncate on decision
  for each statement execute function refuse_change();
create trigger opening_acceptance_append_only before update or delete or truncate on opening_acceptance
  for each statement execute function refuse_change();
create trigger plan_note_append_only before update or delete or truncate on plan_note
  for each statement execute function refuse_change();
create trigger mapping_publication_append_only before update or delete or truncate on mapping_publication
  for each statement execute function refuse_change();
create trigger run_append_only before update or delete or truncate on run
  for each statement execute function refuse_change();
create trigger run_end_append_only before update or delete or truncate on run_end
  for each statement execute function refuse_change();
