-- Where language models answer: any endpoint that speaks OpenAI's protocol. The key is sealed about the row's id and never shown again.
create table parley.model_endpoints (
  id          uuid primary key,
  name        text not null,
  kind        text not null check (kind in ('openai')),
  base_url    text not null,
  key         text,
  made_by     uuid references parley.accounts on delete set null,
  made_at     timestamptz not null,
  changed_by  uuid references parley.accounts on delete set null,
  changed_at  timestamptz not null,
  constraint model_endpoints_name unique (name)
);
create index model_endpoints_made_by on parley.model_endpoints (made_by);
create index model_endpoints_changed_by on parley.model_endpoints (changed_by);

-- Models of an endpoint, by the name it knows them by. Prices are per million tokens.
create table parley.models (
  id          uuid primary key,
  endpoint    uuid not null references parley.model_endpoints on delete cascade,
  name        text not null,
  price_in    double precision not null default 0 check (price_in >= 0),
  price_out   double precision not null default 0 check (price_out >= 0),
  -- Most tokens of one answer; null = its own limit.
  max_output  integer check (max_output > 0),
  made_at     timestamptz not null,
  constraint models_name unique (endpoint, name)
);

-- What a model is used for; the first of a role that answers counts.
create table parley.model_roles (
  role      text not null check (role in ('fast', 'best', 'embedding', 'speech')),
  model     uuid not null references parley.models on delete cascade,
  position  integer not null,
  primary key (role, model)
);
create index model_roles_model on parley.model_roles (model);

-- Every call, also those that failed, without any of its texts.
create table parley.model_calls (
  id          uuid primary key,
  -- null = tried out by a person.
  bot         uuid references parley.bots on delete cascade,
  contact     uuid references parley.contacts on delete set null,
  account     uuid references parley.accounts on delete set null,
  -- `<lane>.<turn>.<ordinal>` of the effect.
  effect      text,
  node        text,
  role        text not null,
  -- null = the stand-in, or a model that is gone; `name` stays.
  model       uuid references parley.models on delete set null,
  name        text not null,
  tokens_in   integer not null,
  tokens_out  integer not null,
  -- Counted here, because the answer broke off before the endpoint could tell.
  estimated   boolean not null,
  cost        double precision not null,
  ms          integer not null,
  outcome     text not null,
  made_at     timestamptz not null
);
create index model_calls_made_at on parley.model_calls (made_at);
create index model_calls_bot on parley.model_calls (bot);
create index model_calls_contact on parley.model_calls (contact);
create index model_calls_account on parley.model_calls (account);
create index model_calls_model on parley.model_calls (model);
