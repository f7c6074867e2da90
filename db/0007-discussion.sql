-- What people say about the work, where a plan was made known, what a person looks for again and again, and search.

-- table: tenant. What is said about a plan, an item, an assignment or a difficulty. Never changed; the author may strike it
-- on the day it was written. The body names people and agencies by their ids, so that they are shown as they are called now.
create table comment (
  tenant_id    int not null references tenant (id),
  id           uuid not null,
  subject_kind text not null,
  subject_id   uuid not null,
  account_id   uuid not null,
  agency_id    uuid,
  body         text not null,
  at           timestamptz not null,
  on_day       date not null,
  withdrawn_at timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  constraint comment_account foreign key (tenant_id, account_id) references account (tenant_id, id),
  constraint comment_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id)
);
create index comment_subject on comment (tenant_id, subject_kind, subject_id, at desc, id desc);

-- table: tenant. Whom a comment reached: one row for each person, with the agency that was named, or the absent person
-- whose stand-in this one is.
create table mention (
  tenant_id      int not null,
  comment_id     uuid not null,
  account_id     uuid not null,
  agency_id      uuid,
  for_account_id uuid,
  at             timestamptz not null,
  read_at        timestamptz,
  primary key (tenant_id, comment_id, account_id),
  constraint mention_comment foreign key (tenant_id, comment_id) references comment (tenant_id, id),
  constraint mention_account foreign key (tenant_id, account_id) references account (tenant_id, id),
  constraint mention_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint mention_for foreign key (tenant_id, for_account_id) references account (tenant_id, id)
);
create index mention_of on mention (tenant_id, account_id, at desc, comment_id desc);
create index mention_unread on mention (tenant_id, account_id) where read_at is null;

-- table: tenant. Addresses of the worklist a person comes back to.
create table saved_filter (
  tenant_id  int not null,
  id         uuid not null,
  account_id uuid not null,
  name       text not null,
  name_key   text not null,
  address    text not null,
  is_start   boolean not null default false,
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint saved_filter_name unique (tenant_id, account_id, name_key),
  constraint saved_filter_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index saved_filter_start on saved_filter (tenant_id, account_id) where is_start;

-- table: tenant. A session at which a plan was made known (quán triệt, tuyên truyền), held by one agency.
create table dissemination (
  tenant_id    int not null,
  id           uuid not null,
  plan_id      uuid not null,
  agency_id    uuid not null,
  held_on      date not null,
  form         text not null,
  content      text not null,
  target       int not null,
  reached      int not null,
  note         text not null default '',
  cancelled_at timestamptz,
  version      int not null default 1,
  created_by   uuid not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  constraint dissemination_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id),
  constraint dissemination_agency foreign key (tenant_id, agency_id) references agency (tenant_id, id),
  constraint dissemination_account foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index dissemination_by_plan on dissemination (tenant_id, plan_id, held_on desc, id desc);

-- table: tenant. The paper that shows a session was held.
create table dissemination_file (
  tenant_id        int not null,
  dissemination_id uuid not null,
  hash             text not null,
  name             text not null,
  media            text not null,
  size             int not null,
  primary key (tenant_id, dissemination_id, hash),
  constraint dissemination_file_session foreign key (tenant_id, dissemination_id) references dissemination (tenant_id, id),
  constraint dissemination_file_file foreign key (tenant_id, hash) references file (tenant_id, hash)
);

-- table: tenant. What was corrected in a session, by whom and why, before and after.
create table dissemination_correction (
  tenant_id        int not null,
  dissemination_id uuid not null,
  seq              int not null,
  account_id       uuid not null,
  at               timestamptz not null,
  reason           text not null,
  before           jsonb not null,
  after            jsonb not null,
  primary key (tenant_id, dissemination_id, seq),
  constraint dissemination_correction_session foreign key (tenant_id, dissemination_id) references dissemination (tenant_id, id),
  constraint dissemination_correction_account foreign key (tenant_id, account_id) references account (tenant_id, id)
);

-- Search. A text is kept beside itself twice, as words with one blank around each: with their marks, and folded. Figures
-- lose leading zeros ("05" is "5"), signs fall away ("147 /KH-UBND" is "147 kh ubnd"). The first 20,000 characters count.
create function marked_words(t text) returns text language sql immutable strict parallel safe
  return ' ' || btrim(regexp_replace(regexp_replace(lower(normalize(left(t, 20000), NFC) collate "vi-x-icu"),
    '[^[:alnum:]]+', ' ', 'g'), '\m0+(?=[0-9])', '', 'g')) || ' ';
create function plain_words(t text) returns text language sql immutable strict parallel safe
  return ' ' || btrim(regexp_replace(regexp_replace(fold(left(t, 20000)) collate "vi-x-icu",
    '[^[:alnum:]]+', ' ', 'g'), '\m0+(?=[0-9])', '', 'g')) || ' ';
create function joined(texts text[]) returns text language sql immutable strict parallel safe
  return array_to_string(texts, ' ');

-- What the indexes hold of a text: its folded words, its neighbouring pairs of them (syllables alone are too common in
-- Vietnamese), and its words with marks; each behind the province's number, so that one never reads another's entries.
-- Dear, so that the planner never computes it row by row where the index has it.
create function search_lexemes(tenant int, marked text, plain text) returns tsvector
  language sql immutable strict parallel safe cost 10000
  return (
    with words as (select string_to_array(btrim(plain), ' ') as folded, string_to_array(btrim(marked), ' ') as printed)
    select coalesce(array_to_tsvector(array_agg(tenant || '.' || left(lexeme, 80))), ''::tsvector)
    from (
      select folded[i] as lexeme from words, generate_subscripts(folded, 1) i
      union all
      select folded[i] || '_' || folded[i + 1] from words, generate_subscripts(folded, 1) i
      union all
      select printed[i] from words, generate_subscripts(printed, 1) i
    ) entry
    where lexeme is not null
  );

-- table: tenant. The lines of a plan's source one by one, so that search finds and shows the line.
create table plan_line (
  tenant_id int not null,
  plan_id   uuid not null,
  n         int not null,
  text      text not null,
  marked    text generated always as (marked_words(text)) stored,
  plain     text generated always as (plain_words(text)) stored,
  primary key (tenant_id, plan_id, n),
  constraint plan_line_plan foreign key (tenant_id, plan_id) references plan (tenant_id, id) on delete cascade
);
insert into plan_line (tenant_id, plan_id, n, text)
select tenant_id, plan_id, (line ->> 'n')::int, line ->> 'text'
from plan_source cross join lateral jsonb_array_elements(lines) line
where line ->> 'aside' is null and btrim(line ->> 'text') <> '';
create index plan_line_search on plan_line using gin (search_lexemes(tenant_id, marked, plain)) with (gin_pending_list_limit = 512);

-- The number stands first, so that a text which begins with what was asked is the plan of that number.
alter table plan add column marked text generated always as (marked_words(coalesce(number, '') || ' ' || title || ' ' || issuer || ' ' || file_name)) stored;
alter table plan add column plain text generated always as (plain_words(coalesce(number, '') || ' ' || title || ' ' || issuer || ' ' || file_name)) stored;

alter table item add column marked text generated always as
  (marked_words(quote || ' ' || joined(deliverables) || ' ' || joined(lead_printed) || ' ' || joined(coordinating_printed))) stored;
alter table item add column plain text generated always as
  (plain_words(quote || ' ' || joined(deliverables) || ' ' || joined(lead_printed) || ' ' || joined(coordinating_printed))) stored;
create index item_words on item using gin (search_lexemes(tenant_id, marked, plain)) with (gin_pending_list_limit = 512);

alter table difficulty add column marked text generated always as (marked_words(text || ' ' || proposal)) stored;
alter table difficulty add column plain text generated always as (plain_words(text || ' ' || proposal)) stored;
create index difficulty_words on difficulty using gin (search_lexemes(tenant_id, marked, plain)) with (gin_pending_list_limit = 512);

-- The code stands first, as the number of a plan does.
alter table agency add column marked text generated always as (marked_words(coalesce(code, '') || ' ' || name || ' ' || joined(aliases))) stored;
alter table agency add column plain text generated always as (plain_words(coalesce(code, '') || ' ' || name || ' ' || joined(aliases))) stored;
alter table agency_name add column marked text generated always as (marked_words(name)) stored;
alter table agency_name add column plain text generated always as (plain_words(name)) stored;

-- Whom "@" may name is looked for with every letter typed.
alter table account add column plain text generated always as (plain_words(name)) stored;

-- The last resort against slips of the keyboard: names, which are short and few. Over whole texts this would take seconds.
create index plan_near on plan using gin (plain gin_trgm_ops);
create index agency_near on agency using gin (plain gin_trgm_ops);
