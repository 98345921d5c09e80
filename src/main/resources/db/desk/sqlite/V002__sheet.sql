-- What was shown or read, as compressed JSON, to be shown or used again: plans (plan|ID), the last tie-out of a company
-- (tie-out|NAME), a target company as last read (company|KEY). No evidence: any row may be lost and is made again.
create table sheet (
    sheet_id varchar(200) not null,
    made_at char(27) not null,
    body blob not null,
    constraint sheet_pk primary key (sheet_id)
);
