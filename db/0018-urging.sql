-- Work for later and its history; reminders, the morning list by mail, letters that urge.

-- table: tenant. What the server did by itself: one row for each run; runs of one day that went alike share a row.
create table job_run (
  tenant_id int not null references tenant (id),
  id        uuid not null,
  job       text not null,
  on_day    date not null,
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  runs      int not null,
  outcome   text not null,
  done      int not null,
  message   text not null default '',
  primary key (tenant_id, id)
);
create index job_run_last on job_run (tenant_id, job, last_at desc);
create index job_run_at on job_run (tenant_id, last_at desc, id desc);

-- table: tenant. How a province is reminded: days before and after the due day, the hour of the morning list, hours without
-- mail, and the mail server. `tested_at` falls back to null with every change of the server: untested, nothing is sent.
create table urging_setting (
  tenant_id     int not null references tenant (id),
  before_days   int[] not null,
  after_days    int[] not null,
  version       int not null default 1,
  base_url      text not null default '',
  morning_at    time not null default '06:30',
  quiet_from    time not null default '21:00',
  quiet_to      time not null default '06:00',
  mail_host     text not null default '',
  mail_port     int not null default 587,
  mail_security text not null default 'starttls',
  mail_user     text not null default '',
  mail_password text not null default '',
  mail_from     text not null default '',
  mail_version  int not null default 0,
  tested_at     timestamptz,
  failing_since timestamptz,
  failure       text not null default '',
  primary key (tenant_id)
);

-- table: tenant. The reminders of one plan, where they differ from the province's.
create table plan_ladder (
  tenant_id   int not null,
  plan_id     uuid not null,
  before_days int[] not null,
  after_days  int[] not null,
  version     int not null default 1,
  primary key (tenant_id, plan_id),
  constraint plan_ladder_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);

-- table: tenant. A letter that urges one agency, with what it was written on; the paper itself is the dossier.
create table urging_letter (
  tenant_id  int not null,
  id         uuid not null,
  agency_id  uuid not null,
  issuer_id  uuid not null,
  plan_id    uuid,
  overdue    int not null,
  whole      int not null,
  on_day     date not null,
  dossier_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint urging_letter_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint urging_letter_issuer foreign key (tenant_id, issuer_id) references agency (tenant_id, id),
  constraint urging_letter_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint urging_letter_account foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index urging_letter_to on urging_letter (tenant_id, agency_id, created_at desc);

-- table: tenant. That an assignment was urged: by a rung of the ladder, once for each due day and rung, or by a letter.
create table urge (
  tenant_id     int not null,
  id            uuid not null,
  assignment_id uuid not null,
  kind          text not null,
  agency_id     uuid not null,
  due_on        date not null,
  rung          int,
  letter_id     uuid,
  on_day        date not null,
  at            timestamptz not null,
  primary key (tenant_id, id),
  constraint urge_once unique (tenant_id, assignment_id, due_on, rung),
  constraint urge_letter_once unique (tenant_id, letter_id, assignment_id),
  constraint urge_assignment foreign key (tenant_id, assignment_id) references assignment (tenant_id, id),
  constraint urge_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint urge_letter foreign key (tenant_id, letter_id) references urging_letter (tenant_id, id)
);
create index urge_by_day on urge (tenant_id, on_day);

-- table: tenant. A person's address, and what they wish to be mailed.
create table mail_choice (
  tenant_id     int not null,
  account_id    uuid not null,
  address       text not null,
  wants_list    boolean not null,
  wants_mention boolean not null,
  version       int not null default 1,
  primary key (tenant_id, account_id),
  constraint mail_choice_account foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

-- table: tenant. Mail to be sent or sent. `about` is the day of a morning list or the id of a comment: never twice to one
-- person. What it says is made when it goes out, so that no old list is ever sent.
create table mail (
  tenant_id  int not null,
  id         uuid not null,
  account_id uuid not null,
  kind       text not null,
  about      text not null,
  state      text not null,
  address    text not null,
  tries      int not null default 0,
  next_at    timestamptz not null,
  failure    text not null default '',
  created_at timestamptz not null,
  ended_at   timestamptz,
  primary key (tenant_id, id),
  constraint mail_once unique (tenant_id, account_id, kind, about),
  constraint mail_account foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index mail_waiting on mail (tenant_id, next_at) where state = 'waiting';
create index mail_created on mail (tenant_id, created_at desc, id desc);

-- table: tenant. Days on which the morning lists went out.
create table morning (
  tenant_id int not null references tenant (id),
  day       date not null,
  people    int not null,
  at        timestamptz not null,
  primary key (tenant_id, day)
);
