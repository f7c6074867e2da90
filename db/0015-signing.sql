-- The way of a paper from its draft to its number: plans, sub-plans, reports, letters and the papers that duties must
-- produce, by one mechanism. Signing happens elsewhere and is brought back.

-- table: tenant. A paper on its way. agency_id issues it, drafter_id writes it; subject_id is what it belongs to in the room
-- of its kind. paper is its text as data (src/paper/official.ts); number and date stand in the columns, and in the text
-- only from the day it is issued. state, round, appraiser_id, appraise_by, appraisal, has_asked and waiting_since cache the
-- fold of its steps. number is unique for an agency, a year (1/1–31/12) and a series (Decree 30/2020/NĐ-CP, article 15).
create table dossier (
  tenant_id     int not null,
  id            uuid not null,
  kind          text not null,
  subject_id    uuid not null,
  agency_id     uuid not null,
  drafter_id    uuid not null,
  plan_id       uuid,
  assignment_id uuid,
  title         text not null,
  paper         jsonb not null,
  opened_on     date not null,
  opened_at     timestamptz not null,
  opened_by     uuid not null,
  state         text not null,
  round         int not null default 0,
  appraiser_id  uuid,
  appraise_by   date,
  appraisal     text,
  has_asked     boolean not null default false,
  waiting_since date not null,
  version       int not null default 1,
  number        int,
  symbol        text,
  series        text,
  year          int,
  signed_on     date,
  signer        text,
  file_hash     text,
  file_name     text,
  issued_at     timestamptz,
  search        text generated always as (fold(title)) stored,
  primary key (tenant_id, id),
  constraint dossier_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint dossier_drafter foreign key (tenant_id, drafter_id) references agency (tenant_id, id),
  constraint dossier_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint dossier_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  constraint dossier_appraiser foreign key (tenant_id, appraiser_id) references agency (tenant_id, id),
  constraint dossier_file foreign key (tenant_id, file_hash) references file (tenant_id, hash)
);
create unique index dossier_number on dossier (tenant_id, agency_id, year, series, number) where number is not null;
-- Two people who draft the same report write one text.
create unique index dossier_under_way on dossier (tenant_id, kind, subject_id) where state not in ('issued', 'withdrawn');
create index dossier_of_subject on dossier (tenant_id, kind, subject_id);
create index dossier_by_day on dossier (tenant_id, waiting_since desc, id desc);
create index dossier_of_assignment on dossier (tenant_id, assignment_id) where assignment_id is not null;
create index dossier_search on dossier using gin (search gin_trgm_ops);

-- table: tenant. Facts, never changed. account_id is null where the clock acted (lapse). skip_opinions and skip_appraisal
-- say why the paper goes on without them. consequence: what the room of its kind could not do when it was issued.
create table dossier_step (
  tenant_id      int not null,
  id             uuid not null,
  dossier_id     uuid not null,
  seq            int not null,
  kind           text not null,
  account_id     uuid,
  for_account_id uuid,
  actor          text not null,
  agency_id      uuid,
  at             timestamptz not null,
  on_day         date not null,
  text           text not null default '',
  opinion_id     uuid,
  stance         text,
  reply          text,
  from_agency_id uuid,
  to_agency_id   uuid,
  days           int,
  due_on         date,
  result         text,
  document       text,
  skip_opinions  text,
  skip_appraisal text,
  consequence    text,
  primary key (tenant_id, id),
  constraint dossier_step_seq_unique unique (tenant_id, dossier_id, seq),
  constraint dossier_step_dossier foreign key (tenant_id, dossier_id) references dossier (tenant_id, id)
);

-- table: tenant. An agency that was asked for its opinion. agency_id, stance, answered_on, is_late, lapsed_on, recalled and
-- reply cache the fold: an agency that is silent has not agreed.
create table dossier_opinion (
  tenant_id   int not null,
  id          uuid not null,
  dossier_id  uuid not null,
  step_id     uuid not null,
  round       int not null,
  asked_id    uuid not null,
  agency_id   uuid not null,
  asked_on    date not null,
  due_on      date not null,
  stance      text,
  answered_on date,
  is_late     boolean not null default false,
  lapsed_on   date,
  recalled    boolean not null default false,
  reply       text,
  primary key (tenant_id, id),
  constraint dossier_opinion_dossier foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  constraint dossier_opinion_step foreign key (tenant_id, step_id) references dossier_step (tenant_id, id),
  constraint dossier_opinion_asked foreign key (tenant_id, asked_id) references agency (tenant_id, id),
  constraint dossier_opinion_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index dossier_opinion_of on dossier_opinion (tenant_id, dossier_id);
create index dossier_opinion_open on dossier_opinion (tenant_id, agency_id)
  where answered_on is null and not recalled;

-- table: tenant. The text as it went out: for opinions, to appraisal, to be signed. It never changes.
create table dossier_text (
  tenant_id  int not null,
  dossier_id uuid not null,
  round      int not null,
  step_id    uuid not null,
  paper      jsonb not null,
  primary key (tenant_id, dossier_id, round),
  constraint dossier_text_dossier foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
  constraint dossier_text_step foreign key (tenant_id, step_id) references dossier_step (tenant_id, id)
);

-- table: tenant. Files attached to a step: the opinion as it came on paper, the appraisal.
create table dossier_file (
  tenant_id int not null,
  step_id   uuid not null,
  hash      text not null,
  name      text not null,
  media     text not null,
  size      int not null,
  primary key (tenant_id, step_id, hash),
  constraint dossier_file_step foreign key (tenant_id, step_id) references dossier_step (tenant_id, id),
  constraint dossier_file_file foreign key (tenant_id, hash) references file (tenant_id, hash)
);

-- table: tenant. What the province demands of papers of a kind: whether opinions or an appraisal may be left out with a
-- reason. A kind without a row may leave out both.
create table signing_rule (
  tenant_id          int not null references tenant (id),
  kind               text not null,
  may_skip_opinions  boolean not null,
  may_skip_appraisal boolean not null,
  opinion_days       int not null,
  version            int not null default 1,
  primary key (tenant_id, kind)
);
