-- Tables of the other registers, as `npm run register:table NAME` prints them; and what cooperatives have gained since.
alter table cooperative add column business text;
alter table cooperative add column email text;
alter table cooperative add column website text;
alter table cooperative add column accounting_software boolean;
alter table cooperative add column difficult_area boolean;
alter table cooperative add column under_sanction boolean;

-- table: tenant. Members.
create table member (
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
  number text not null,
  name text not null,
  form text,
  kind text not null,
  role text not null,
  gender text,
  birth_year int,
  id_number text,
  phone text,
  address text,
  capital numeric,
  joined_on date not null,
  left_on date,
  graduated boolean,
  search text generated always as (fold(coalesce(name, ''))) stored,
  primary key (tenant_id, id),
  constraint member_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index member_cooperative_number_once on member (tenant_id, cooperative, number) where not is_void;
create index member_in_order on member (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index member_search on member using gin (search gin_trgm_ops);

-- table: tenant. Yearly updates.
create table yearly_update (
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
  form text,
  members numeric not null,
  new_members numeric,
  left_members numeric,
  women_members numeric,
  workers numeric,
  revenue numeric,
  member_revenue numeric,
  profit numeric,
  income_per_worker numeric,
  total_capital numeric,
  assets numeric,
  debt numeric,
  indivisible_fund numeric,
  indivisible_assets numeric,
  outer_income numeric,
  fund_added numeric,
  tax_paid numeric,
  managers numeric,
  trained_managers numeric,
  women_managers numeric,
  audited boolean,
  idle_months numeric,
  note text,
  primary key (tenant_id, id),
  constraint yearly_update_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index yearly_update_cooperative_year_once on yearly_update (tenant_id, cooperative, year) where not is_void;
create index yearly_update_in_order on yearly_update (tenant_id, year desc, id desc) where not is_void;

-- table: tenant. Dissolutions.
create table dissolution (
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
  cause text not null,
  status text not null,
  decision text,
  decided_on date not null,
  council_on date,
  deadline_on date,
  submitted_on date,
  ended_on date,
  file text,
  file_name text,
  note text,
  search text generated always as (fold(coalesce(decision, '') || ' ' || coalesce(note, ''))) stored,
  primary key (tenant_id, id),
  constraint dissolution_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint dissolution_file foreign key (tenant_id, file) references file (tenant_id, hash)
);
create unique index dissolution_cooperative_decided_on_once on dissolution (tenant_id, cooperative, decided_on) where not is_void;
create index dissolution_in_order on dissolution (tenant_id, decided_on desc, id desc) where not is_void;
create index dissolution_search on dissolution using gin (search gin_trgm_ops);

-- table: tenant. Outstanding debts.
create table cooperative_debt (
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
  creditor text not null,
  creditor_kind text not null,
  content text not null,
  amount numeric not null,
  as_of_on date not null,
  status text not null,
  settled_on date,
  note text,
  search text generated always as (fold(coalesce(creditor, '') || ' ' || coalesce(content, ''))) stored,
  primary key (tenant_id, id),
  constraint cooperative_debt_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index cooperative_debt_cooperative_creditor_content_once on cooperative_debt (tenant_id, cooperative, creditor, content) where not is_void;
create index cooperative_debt_in_order on cooperative_debt (tenant_id, amount desc, id desc) where not is_void;
create index cooperative_debt_search on cooperative_debt using gin (search gin_trgm_ops);

-- table: tenant. Assets and works.
create table cooperative_asset (
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
  name text not null,
  kind text not null,
  status text not null,
  value numeric,
  source text not null,
  is_indivisible boolean,
  received_on date,
  handed_to uuid,
  handed_on date,
  note text,
  search text generated always as (fold(coalesce(name, ''))) stored,
  primary key (tenant_id, id),
  constraint cooperative_asset_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint cooperative_asset_handed_to foreign key (tenant_id, handed_to) references agency (tenant_id, id)
);
create unique index cooperative_asset_cooperative_name_once on cooperative_asset (tenant_id, cooperative, name) where not is_void;
create index cooperative_asset_by_handed_to on cooperative_asset (tenant_id, handed_to);
create index cooperative_asset_in_order on cooperative_asset (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index cooperative_asset_search on cooperative_asset using gin (search gin_trgm_ops);

-- table: tenant. Support policies.
create table support_policy (
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
  code text not null,
  name text not null,
  field text not null,
  level text not null,
  document text not null,
  kinds text[] not null,
  conditions text[] not null,
  content text,
  needs_audit boolean,
  agency uuid,
  from_day date not null,
  to_day date,
  file text,
  file_name text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(document, ''))) stored,
  primary key (tenant_id, id),
  constraint support_policy_agency foreign key (tenant_id, agency) references agency (tenant_id, id),
  constraint support_policy_file foreign key (tenant_id, file) references file (tenant_id, hash)
);
create unique index support_policy_code_once on support_policy (tenant_id, code) where not is_void;
create index support_policy_by_agency on support_policy (tenant_id, agency);
create index support_policy_in_order on support_policy (tenant_id, code collate "C", id) where not is_void;
create index support_policy_search on support_policy using gin (search gin_trgm_ops);

-- table: tenant. Support received.
create table support (
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
  policy uuid not null,
  year int not null,
  received_on date not null,
  amount numeric not null,
  source text not null,
  content text not null,
  agency uuid,
  document text,
  search text generated always as (fold(coalesce(content, '') || ' ' || coalesce(document, ''))) stored,
  primary key (tenant_id, id),
  constraint support_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint support_policy foreign key (tenant_id, policy) references support_policy (tenant_id, id),
  constraint support_agency foreign key (tenant_id, agency) references agency (tenant_id, id)
);
create unique index support_cooperative_policy_received_on_source_once on support (tenant_id, cooperative, policy, received_on, source) where not is_void;
create index support_by_policy on support (tenant_id, policy);
create index support_by_agency on support (tenant_id, agency);
create index support_in_order on support (tenant_id, received_on desc, id desc) where not is_void;
create index support_search on support using gin (search gin_trgm_ops);

-- table: tenant. Loans of the development fund.
create table fund_loan (
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
  contract text not null,
  purpose text,
  amount numeric not null,
  rate numeric not null,
  lent_on date not null,
  due_on date not null,
  repaid numeric not null,
  repaid_on date,
  status text not null,
  note text,
  search text generated always as (fold(coalesce(contract, '') || ' ' || coalesce(purpose, ''))) stored,
  primary key (tenant_id, id),
  constraint fund_loan_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index fund_loan_contract_once on fund_loan (tenant_id, contract) where not is_void;
create index fund_loan_by_cooperative on fund_loan (tenant_id, cooperative);
create index fund_loan_in_order on fund_loan (tenant_id, due_on, id) where not is_void;
create index fund_loan_search on fund_loan using gin (search gin_trgm_ops);

-- table: tenant. Needs.
create table support_need (
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
  field text not null,
  content text not null,
  amount numeric,
  stated_on date not null,
  status text not null,
  policy uuid,
  answer text,
  search text generated always as (fold(coalesce(content, ''))) stored,
  primary key (tenant_id, id),
  constraint support_need_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint support_need_policy foreign key (tenant_id, policy) references support_policy (tenant_id, id)
);
create unique index support_need_cooperative_field_stated_on_once on support_need (tenant_id, cooperative, field, stated_on) where not is_void;
create index support_need_by_policy on support_need (tenant_id, policy);
create index support_need_in_order on support_need (tenant_id, stated_on desc, id desc) where not is_void;
create index support_need_search on support_need using gin (search gin_trgm_ops);

-- table: tenant. Training, fairs, dialogues.
create table learning_event (
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
  code text not null,
  name text not null,
  kind text not null,
  held_on date not null,
  ended_on date,
  place uuid,
  venue text,
  agency uuid not null,
  field text,
  participants numeric,
  budget numeric,
  source text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, ''))) stored,
  primary key (tenant_id, id),
  constraint learning_event_place foreign key (tenant_id, place) references agency (tenant_id, id),
  constraint learning_event_agency foreign key (tenant_id, agency) references agency (tenant_id, id)
);
create unique index learning_event_code_once on learning_event (tenant_id, code) where not is_void;
create index learning_event_by_place on learning_event (tenant_id, place);
create index learning_event_by_agency on learning_event (tenant_id, agency);
create index learning_event_in_order on learning_event (tenant_id, held_on desc, id desc) where not is_void;
create index learning_event_search on learning_event using gin (search gin_trgm_ops);

-- table: tenant. Participants.
create table participant (
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
  event uuid not null,
  number text not null,
  name text not null,
  gender text,
  cooperative uuid,
  is_manager boolean not null,
  position text,
  phone text,
  certificate boolean,
  search text generated always as (fold(coalesce(name, ''))) stored,
  primary key (tenant_id, id),
  constraint participant_event foreign key (tenant_id, event) references learning_event (tenant_id, id),
  constraint participant_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index participant_event_number_once on participant (tenant_id, event, number) where not is_void;
create index participant_by_cooperative on participant (tenant_id, cooperative);
create index participant_in_order on participant (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index participant_search on participant using gin (search gin_trgm_ops);

-- table: tenant. Petitions.
create table petition (
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
  code text not null,
  event uuid,
  cooperative uuid,
  received_on date not null,
  content text not null,
  field text not null,
  agency uuid,
  due_on date,
  status text not null,
  answer text,
  answered_on date,
  document text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(content, ''))) stored,
  primary key (tenant_id, id),
  constraint petition_event foreign key (tenant_id, event) references learning_event (tenant_id, id),
  constraint petition_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint petition_agency foreign key (tenant_id, agency) references agency (tenant_id, id)
);
create unique index petition_code_once on petition (tenant_id, code) where not is_void;
create index petition_by_event on petition (tenant_id, event);
create index petition_by_cooperative on petition (tenant_id, cooperative);
create index petition_by_agency on petition (tenant_id, agency);
create index petition_in_order on petition (tenant_id, received_on desc, id desc) where not is_void;
create index petition_search on petition using gin (search gin_trgm_ops);

-- table: tenant. Enterprises.
create table enterprise (
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
  code text not null,
  name text not null,
  place uuid,
  address text,
  sector text not null,
  products text[],
  markets text[],
  representative text,
  phone text,
  website text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || join_texts(products))) stored,
  primary key (tenant_id, id),
  constraint enterprise_place foreign key (tenant_id, place) references agency (tenant_id, id)
);
create unique index enterprise_code_once on enterprise (tenant_id, code) where not is_void;
create index enterprise_by_place on enterprise (tenant_id, place);
create index enterprise_in_order on enterprise (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index enterprise_search on enterprise using gin (search gin_trgm_ops);

-- table: tenant. Products.
create table product (
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
  code text not null,
  name text not null,
  cooperative uuid,
  enterprise uuid,
  category text not null,
  hs_code text,
  markets text[],
  brand text,
  mark_kind text,
  mark_number text,
  ocop_stars numeric,
  ocop_year int,
  yearly_output text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(brand, ''))) stored,
  primary key (tenant_id, id),
  constraint product_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id),
  constraint product_enterprise foreign key (tenant_id, enterprise) references enterprise (tenant_id, id)
);
create unique index product_code_once on product (tenant_id, code) where not is_void;
create index product_by_cooperative on product (tenant_id, cooperative);
create index product_by_enterprise on product (tenant_id, enterprise);
create index product_in_order on product (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index product_search on product using gin (search gin_trgm_ops);

-- table: tenant. Value chains.
create table value_chain (
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
  code text not null,
  name text not null,
  product text not null,
  enterprise uuid,
  started_on date not null,
  ended_on date,
  output text,
  note text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(name, '') || ' ' || coalesce(product, ''))) stored,
  primary key (tenant_id, id),
  constraint value_chain_enterprise foreign key (tenant_id, enterprise) references enterprise (tenant_id, id)
);
create unique index value_chain_code_once on value_chain (tenant_id, code) where not is_void;
create index value_chain_by_enterprise on value_chain (tenant_id, enterprise);
create index value_chain_in_order on value_chain (tenant_id, name collate "vi-x-icu", id) where not is_void;
create index value_chain_search on value_chain using gin (search gin_trgm_ops);

-- table: tenant. Part in chains.
create table chain_link (
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
  chain uuid not null,
  cooperative uuid not null,
  role text not null,
  signed_on date not null,
  ended_on date,
  contract text,
  search text generated always as (fold(coalesce(contract, ''))) stored,
  primary key (tenant_id, id),
  constraint chain_link_chain foreign key (tenant_id, chain) references value_chain (tenant_id, id),
  constraint chain_link_cooperative foreign key (tenant_id, cooperative) references cooperative (tenant_id, id)
);
create unique index chain_link_chain_cooperative_role_once on chain_link (tenant_id, chain, cooperative, role) where not is_void;
create index chain_link_by_cooperative on chain_link (tenant_id, cooperative);
create index chain_link_in_order on chain_link (tenant_id, signed_on desc, id desc) where not is_void;
create index chain_link_search on chain_link using gin (search gin_trgm_ops);

-- table: tenant. Trade-remedy warnings.
create table trade_warning (
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
  code text not null,
  title text not null,
  kind text not null,
  issued_by text not null,
  issued_on date not null,
  document text,
  hs_codes text[],
  product_words text[],
  markets text[],
  content text,
  ends_on date,
  file text,
  file_name text,
  search text generated always as (fold(coalesce(code, '') || ' ' || coalesce(title, '') || ' ' || coalesce(document, '') || ' ' || join_texts(product_words) || ' ' || coalesce(content, ''))) stored,
  primary key (tenant_id, id),
  constraint trade_warning_file foreign key (tenant_id, file) references file (tenant_id, hash)
);
create unique index trade_warning_code_once on trade_warning (tenant_id, code) where not is_void;
create index trade_warning_in_order on trade_warning (tenant_id, issued_on desc, id desc) where not is_void;
create index trade_warning_search on trade_warning using gin (search gin_trgm_ops);
