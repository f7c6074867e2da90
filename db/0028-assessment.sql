-- Assessments of cooperatives, extracts of the register. The register of ratings as `npm run register:table` prints it.
-- table: tenant. Ratings of cooperatives.
create table cooperative_rating (
  tenant_id int not null,
  id uuid not null,
  version int not null,
  since date not null,
  act text not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  reason text not null,
  batch_id uuid,
  is_void boolean not null,
  cooperative uuid not null,
  year int not null,
  stands_on date not null,
  band text not null,
  score numeric,
  primary key (tenant_id, id),
  constraint cooperative_rating_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index cooperative_rating_cooperative_year_once on cooperative_rating (tenant_id, cooperative, year) where not is_void;
create index cooperative_rating_in_order on cooperative_rating (tenant_id, year desc, id desc) where not is_void;

-- table: tenant. The rubric by which cooperatives are assessed, in versions: data that somebody publishes with a document.
create table cooperative_rubric (
  tenant_id       int not null references tenant (id),
  id              uuid not null,
  state           text not null,
  body            jsonb not null,
  from_year       int,
  document_number text not null default '',
  document_on     date,
  created_by      uuid not null,
  created_name    text not null,
  created_at      timestamptz not null,
  published_name  text,
  published_at    timestamptz,
  version         int not null default 1,
  primary key (tenant_id, id),
  constraint cooperative_rubric_account foreign key (tenant_id, created_by) references account (tenant_id, id),
  constraint cooperative_rubric_state check (state in ('draft', 'published'))
);
create unique index cooperative_rubric_year_once on cooperative_rubric (tenant_id, from_year) where state = 'published';

-- table: tenant. What people added to the assessment of a cooperative in a year, and what was confirmed. Without a row
-- nobody has touched it: it is computed from the registers.
create table assessment (
  tenant_id      int not null,
  id             uuid not null,
  cooperative_id uuid not null,
  year           int not null,
  state          text not null,
  hand           jsonb not null,
  adjusted       jsonb,
  band           text,
  score          numeric,
  found          jsonb,
  confirmed_by   uuid,
  confirmed_name text,
  confirmed_at   timestamptz,
  version        int not null default 1,
  primary key (tenant_id, id),
  constraint assessment_cooperative foreign key (tenant_id, cooperative_id) references cooperative (tenant_id, id),
  constraint assessment_confirmed_by foreign key (tenant_id, confirmed_by) references account (tenant_id, id),
  constraint assessment_state check (state in ('open', 'confirmed'))
);
create unique index assessment_once on assessment (tenant_id, year, cooperative_id);

-- table: tenant. Every act on an assessment; never changed.
create table assessment_step (
  tenant_id     int not null,
  id            uuid not null,
  -- Steps of one moment keep their order.
  seq           bigint generated always as identity,
  assessment_id uuid not null,
  kind          text not null,
  detail        jsonb not null,
  reason        text not null,
  account_id    uuid,
  actor         text not null,
  at            timestamptz not null,
  primary key (tenant_id, id),
  constraint assessment_step_assessment foreign key (tenant_id, assessment_id) references assessment (tenant_id, id)
);
create index assessment_step_by_assessment on assessment_step (tenant_id, assessment_id, seq);

-- table: tenant. A year whose assessments nobody changes any more, until it is opened with a reason.
create table assessment_lock (
  tenant_id   int not null references tenant (id),
  id          uuid not null,
  year        int not null,
  reason      text not null,
  account_id  uuid not null,
  name        text not null,
  at          timestamptz not null,
  opened_name text,
  opened_at   timestamptz,
  opened_why  text,
  version     int not null default 1,
  primary key (tenant_id, id),
  constraint assessment_lock_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index assessment_lock_once on assessment_lock (tenant_id, year) where opened_at is null;

-- table: tenant. Look-up extracts: the address printed on them leads to what the register says of the cooperative today.
create table register_extract (
  tenant_id      int not null,
  id             uuid not null,
  token          text not null,
  cooperative_id uuid not null,
  purpose        text not null,
  account_id     uuid not null,
  name           text not null,
  at             timestamptz not null,
  withdrawn_name text,
  withdrawn_at   timestamptz,
  withdrawn_why  text,
  version        int not null default 1,
  primary key (tenant_id, id),
  constraint register_extract_cooperative foreign key (tenant_id, cooperative_id) references cooperative (tenant_id, id),
  constraint register_extract_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index register_extract_token on register_extract (tenant_id, token);
create index register_extract_by_cooperative on register_extract (tenant_id, cooperative_id, at desc);

-- table: tenant. How often an extract was looked up on a day; of who looked, nothing is kept.
create table register_extract_view (
  tenant_id  int not null,
  extract_id uuid not null,
  day        date not null,
  n          int not null,
  last_at    timestamptz not null,
  primary key (tenant_id, extract_id, day),
  constraint register_extract_view_extract foreign key (tenant_id, extract_id) references register_extract (tenant_id, id)
);
