-- The life of documents in a target company. The business key is stored and never recomputed.
create table posting (
  posting_id text not null,
  environment text not null check (environment in ('sandbox', 'production')),
  org text not null,
  target_company text not null,
  property text not null,
  basis text not null,
  book text not null,
  post_month text not null check (length(post_month) = 7),
  purpose text not null,
  key_group text not null,
  sequence integer not null check (sequence >= 1),
  part integer not null check (part >= 1),
  revision integer not null check (revision >= 0),
  marker text not null,
  plan_id text not null,
  mapping_hash text not null,
  document_hash text not null,
  document_date text not null check (length(document_date) = 10),
  currency text not null,
  total_minor bigint not null check (total_minor >= 0),
  lines_count integer not null check (lines_count >= 2),
  claims_count integer not null check (claims_count >= 1),
  bytes_hash bytea not null,
  text_hash bytea not null,
  intent_at text not null,
  seq bigint not null,
  constraint posting_pk primary key (posting_id),
  constraint posting_business_key unique (
    environment, org, target_company, property, basis, book, post_month, purpose, key_group, sequence, part, revision),
  constraint posting_marker unique (target_company, marker)
);
create index posting_date on posting (target_company, document_date);
create index posting_scope on posting (target_company, org, property, basis, book, post_month);

-- What is sent, as stored before it is sent. The bytes hold memos, so the row may be erased once nothing is in doubt.
create table posting_body (
  posting_id text not null,
  item_sha256 text not null,
  salt bytea not null,
  bytes bytea not null,
  constraint posting_body_pk primary key (posting_id)
);

create table posting_line (
  posting_id text not null,
  line_no integer not null check (line_no >= 1),
  account_id text not null,
  account_number text not null,
  account_name text not null,
  account_class text not null,
  vendor_type text not null,
  side text not null check (side in ('D', 'C')),
  amount_minor bigint not null check (amount_minor > 0),
  class_id text not null,
  class_name text not null,
  location_id text not null,
  location_name text not null,
  seq bigint not null,
  constraint posting_line_pk primary key (posting_id, line_no),
  constraint posting_line_posting foreign key (posting_id) references posting (posting_id)
);

-- Erasable: memo and name of a line; line 0 is the memo of the document. Covered by posting.text_hash.
create table posting_text (
  posting_id text not null,
  line_no integer not null,
  memo text not null,
  name text not null,
  constraint posting_text_pk primary key (posting_id, line_no)
);

-- Who holds a fact, and which line of the document carries it. Odd ordinals post, even ones release or reverse; ordinals have no gap. So at most one claim of a
-- fact and company is unreversed, whatever grain, mode or mapping: the database says so, not the program.
create table claim (
  target_company text not null,
  fact_id bigint not null,
  ordinal integer not null check (ordinal >= 1),
  version integer not null,
  posting_id text not null,
  line_no integer not null,
  act text not null check ((ordinal % 2 = 1 and act = 'POST') or (ordinal % 2 = 0 and act in ('RELEASE', 'REVERSE'))),
  rule text not null,
  target_account_id text not null,
  seq bigint not null,
  constraint claim_pk primary key (target_company, fact_id, ordinal),
  constraint claim_fact foreign key (fact_id, version) references fact_version (fact_id, version),
  constraint claim_posting foreign key (posting_id) references posting (posting_id)
);
create index claim_of_posting on claim (posting_id);
create index claim_of_fact on claim (fact_id);
create function claim_without_gap() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from claim c
    where c.target_company = new.target_company and c.fact_id = new.fact_id and c.ordinal = new.ordinal - 1)
  then
    raise exception 'claim ordinals have no gap' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger claim_without_gap before insert on claim
  for each row when (new.ordinal > 1) execute function claim_without_gap();

create table attempt (
  attempt_id text not null,
  target_company text not null,
  request_key text not null,
  body_sha256 text not null,
  resend_of text not null,
  epoch bigint not null,
  attempted_at text not null,
  seq bigint not null,
  constraint attempt_pk primary key (attempt_id)
);
create index attempt_made on attempt (target_company, attempted_at);

create table attempt_item (
  attempt_id text not null,
  position integer not null,
  posting_id text not null,
  item_id text not null,
  seq bigint not null,
  constraint attempt_item_pk primary key (attempt_id, position),
  constraint attempt_item_once unique (attempt_id, posting_id),
  constraint attempt_item_attempt foreign key (attempt_id) references attempt (attempt_id),
  constraint attempt_item_posting foreign key (posting_id) references posting (posting_id)
);
create index attempt_item_of_posting on attempt_item (posting_id);

-- What an answer or the silence after an attempt said of one item.
create table outcome (
  attempt_id text not null,
  posting_id text not null,
  outcome_no integer not null,
  outcome text not null,
  state text not null,
  target_id text not null,
  version_token text not null,
  words text not null,
  correlation text not null,
  seq bigint not null,
  constraint outcome_pk primary key (attempt_id, posting_id, outcome_no),
  constraint outcome_item foreign key (attempt_id, posting_id) references attempt_item (attempt_id, posting_id)
);

-- What a comparison or a search showed later.
create table verdict (
  posting_id text not null,
  verdict_no integer not null,
  state text not null,
  target_id text not null,
  evidence text not null,
  seq bigint not null,
  constraint verdict_pk primary key (posting_id, verdict_no),
  constraint verdict_posting foreign key (posting_id) references posting (posting_id)
);

-- Current state, equal to the fold of intent, attempts, outcomes and verdicts.
create table posting_current (
  posting_id text not null,
  target_company text not null,
  state text not null,
  target_id text not null,
  version_token text not null,
  words text not null,
  constraint posting_current_pk primary key (posting_id)
);
create index posting_current_state on posting_current (target_company, state);
create index posting_current_target on posting_current (target_company, target_id);

-- Append-only.
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();
create trigger posting_line_append_only before update or delete or truncate on posting_line
  for each statement execute function refuse_change();
create trigger claim_append_only before update or delete or truncate on claim
  for each statement execute function refuse_change();
create trigger attempt_append_only before update or delete or truncate on attempt
  for each statement execute function refuse_change();
create trigger attempt_item_append_only before update or delete or truncate on attempt_item
  for each statement execute function refuse_change();
create trigger outcome_append_only before update or delete or truncate on outcome
  for each statement execute function refuse_change();
create trigger verdict_append_only before update or delete or truncate on verdict
  for each statement execute function refuse_change();
