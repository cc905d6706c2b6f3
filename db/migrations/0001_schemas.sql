-- parley: the tables of one installation. lanes: the hot tables, which may live in databases of their own.
create schema if not exists parley;
create schema if not exists lanes;
