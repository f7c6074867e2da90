-- Rating of agencies and of those who head them: the rubric in versions, what people confirmed, changed, objected to and
-- locked. Points themselves are computed from the facts of work; only what is locked is kept.

-- table: tenant. One version of the rubric; body: src/rating/rubric.ts. draft | published, and then never changed.
create table rubric (
  tenant_id       int not null references tenant (id),
  id              uuid not null,
  state           text not null,
  body            jsonb not null,
  valid_from      date,
  document_number text not null default '',
  document_on     date,
  created_by      uuid not null,
  created_name    text not null,
  created_at      timestamptz not null,
  published_name  text,
  published_at    timestamptz,
  version         int not null default 1,
  primary key (tenant_id, id)
);
create unique index rubric_valid_from on rubric (tenant_id, valid_from) where state = 'published';

-- table: tenant. The agency whose people keep the ratings (home affairs, most often).
create table rating_office (
  tenant_id int not null references tenant (id),
  agency_id uuid,
  version   int not null default 1,
  primary key (tenant_id),
  constraint rating_office_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);

-- table: tenant. Who headed an agency from day to day; until: last day, null while it lasts.
create table head_term (
  tenant_id  int not null,
  id         uuid not null,
  agency_id  uuid not null,
  name       text not null,
  position   text not null default '',
  from_day   date not null,
  until_day  date,
  version    int not null default 1,
  primary key (tenant_id, id),
  constraint head_term_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index head_term_of on head_term (tenant_id, agency_id, from_day);

-- table: tenant. A fault that somebody confirmed to have an objective cause, until it was taken back.
create table rating_cause (
  tenant_id      int not null,
  id             uuid not null,
  assignment_id  uuid not null,
  fault          text not null,
  reason         text not null,
  account_id     uuid not null,
  actor          text not null,
  at             timestamptz not null,
  withdrawn_why  text,
  withdrawn_name text,
  withdrawn_at   timestamptz,
  version        int not null default 1,
  primary key (tenant_id, id),
  constraint rating_cause_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);
create unique index rating_cause_once on rating_cause (tenant_id, assignment_id, fault) where withdrawn_at is null;

-- table: tenant. Another score than the computed one, proposed with its reason and decided by a leader. subject_id: the
-- agency, or the term of its head. computed: hundredths of a point at the time of proposing.
create table rating_change (
  tenant_id   int not null,
  id          uuid not null,
  period      text not null,
  subject     text not null,
  subject_id  uuid not null,
  agency_id   uuid not null,
  computed    int not null,
  score       int not null,
  reason      text not null,
  account_id  uuid not null,
  actor       text not null,
  at          timestamptz not null,
  state       text not null,
  decided_by  uuid,
  decided_name text,
  decided_at  timestamptz,
  decided_why text not null default '',
  version     int not null default 1,
  primary key (tenant_id, id),
  constraint rating_change_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create unique index rating_change_open on rating_change (tenant_id, period, subject, subject_id) where state = 'proposed';
create index rating_change_of on rating_change (tenant_id, period, at desc);

-- table: tenant. What an agency says against its rating, and the answer.
create table rating_objection (
  tenant_id     int not null,
  id            uuid not null,
  period        text not null,
  agency_id     uuid not null,
  assignment_id uuid,
  fault         text,
  text          text not null,
  account_id    uuid not null,
  actor         text not null,
  at            timestamptz not null,
  answer        text,
  accepted      boolean,
  answered_name text,
  answered_at   timestamptz,
  version       int not null default 1,
  primary key (tenant_id, id),
  constraint rating_objection_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint rating_objection_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id)
);
create index rating_objection_of on rating_objection (tenant_id, period, agency_id);

-- table: tenant. A period that was closed: its rubric and results stand in the snapshots until it is opened again.
create table rating_lock (
  tenant_id   int not null,
  id          uuid not null,
  period      text not null,
  rubric_id   uuid,
  rubric      jsonb not null,
  reason      text not null,
  account_id  uuid not null,
  actor       text not null,
  at          timestamptz not null,
  opened_why  text,
  opened_name text,
  opened_at   timestamptz,
  version     int not null default 1,
  primary key (tenant_id, id),
  constraint rating_lock_rubric foreign key (tenant_id, rubric_id) references rubric (tenant_id, id)
);
create unique index rating_lock_once on rating_lock (tenant_id, period) where opened_at is null;

-- table: tenant. What was found of one agency or head when its period was locked, with every unit it was found from.
create table rating_snapshot (
  tenant_id  int not null,
  lock_id    uuid not null,
  subject    text not null,
  subject_id uuid not null,
  agency_id  uuid not null,
  body       jsonb not null,
  primary key (tenant_id, lock_id, subject, subject_id),
  constraint rating_snapshot_lock foreign key (tenant_id, lock_id) references rating_lock (tenant_id, id)
);
